import type { Piece } from '#app/domain/search/highlight.ts'

/** A text with the sought words in it marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isSought }, i) => (isSought ? <mark key={i}>{text}</mark> : text))
}
