import { plain } from './values.ts'

/** `folder/KRP-APEL-100_2.jpg`: what it names, and which photo of it. Null for what is no picture by its name. */
export function readPhotoName(path: string): { word: string; position: number } | null {
  const name = path.split('/').at(-1) ?? ''
  const match = /^(.+?)(?:[_ ]\(?(\d{1,2})\)?)?\.(?:jpe?g|png|webp|avif|heic|heif)$/i.exec(name)
  if (!match || name.startsWith('.') || path.startsWith('__MACOSX/')) return null
  return { word: plain(match[1] ?? ''), position: Number(match[2] ?? 1) }
}

/** The same without taking a number at its end for a place: `Sari Apel 250.jpg`. */
export function wholePhotoName(path: string): string {
  const name = path.split('/').at(-1) ?? ''
  return plain(name.replace(/\.[a-z]+$/i, ''))
}
