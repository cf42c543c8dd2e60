import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** While the worker is at it, the page is read again; without a script the browser does. */
export function useReadAgain(isBusy: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!isBusy || state !== 'idle') return
    const timer = setTimeout(revalidate, 1500)
    return () => clearTimeout(timer)
  }, [isBusy, state, revalidate])
}
