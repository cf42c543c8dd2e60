import { watch as watchFiles } from 'node:fs'

const quietMs = 150

/** Calls back with the top folders of `root` in which something changed, once it has been quiet; gives the way to stop. */
export function watch(root: string, changed: (folders: Set<string>) => void): () => void {
  let touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const watcher = watchFiles(root, { recursive: true }, (_, file) => {
    const [folder = '', ...rest] = (file ?? '').split(/[\\/]/)
    if (!rest.length) return
    touched.add(folder)
    clearTimeout(timer)
    timer = setTimeout(() => {
      changed(touched)
      touched = new Set()
    }, quietMs)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
