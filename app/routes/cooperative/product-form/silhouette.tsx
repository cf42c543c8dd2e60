import type { Pack } from '#app/generated/prisma/enums.ts'

// Drawn in 32 × 48, standing on the lower edge.
const outlines: Record<Pack, string> = {
  pouch: 'M5 3h22v4c2 10 2 24 0 38q-11 3-22 0c-2-14-2-28 0-38z',
  cup: 'M4 18h24v3h-1l-3 25H8L5 21H4z',
  botol: 'M12 2h8v6h-1v5c6 3 7 6 7 10v20q0 3-3 3H9q-3 0-3-3V23c0-4 1-7 7-10V8h-1z',
  jar: 'M7 16h18v5c2 1 3 3 3 5v16q0 4-4 4H8q-4 0-4-4V26c0-2 1-4 3-5z',
  box: 'M2 24h28v22H2z',
  dus: 'M1 14h14v9h2v-9h14v32H1z',
  pack: 'M3 26q2-3 6-2 7 2 14 0 4-1 6 2-1 9 0 18-2 3-6 2-7-2-14 0-4 1-6-2 1-9 0-18z',
  pcs: 'M9 25a7 7 0 1 1 14 0v21H9z',
  ikat: 'M13 30 5 8q4-6 8-3 3-5 6 0 4-3 8 3l-8 22 4 16H9z',
}

/** The outline of a shape of pack. */
export function Silhouette({ pack }: { pack: Pack }) {
  return (
    <svg viewBox="0 0 32 46" aria-hidden="true">
      <path d={outlines[pack]} />
    </svg>
  )
}
