const drawings = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5 4 4',
  basket:
    'M2.5 8h15l-1.6 8.5H4.1L2.5 8Zm3-.2C5.5 4.6 7.5 3 10 3s4.5 1.6 4.5 4.8M4 12h12.5M8 8.5v7.5m4-7.5v7.5',
  store:
    'M3 8v8.5h14V8M2.5 4h15L18 7.5c0 1.2-1 1.8-2 1.8s-2-.7-2-1.8c0 1.1-1 1.8-2 1.8s-2-.7-2-1.8c0 1.1-1 1.8-2 1.8S6 8.6 6 7.5c0 1.1-1 1.8-2 1.8s-2-.6-2-1.8L2.5 4ZM8 16.5V12h4v4.5',
  check: 'm4 10.5 4 4 8-9',
  cross: 'm5 5 10 10M15 5 5 15',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 3.5V10l2.5 2',
  photo: 'M2.5 6.5h3.2L7 4.5h6l1.3 2h3.2v9.5h-15v-9.5ZM10 8a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  barcode: 'M3 4.5v11M6 4.5v11M8 4.5v11M11.5 4.5v11M14 4.5v11M17 4.5v11',
  forward: 'M4 10h12m-5-5 5 5-5 5',
  back: 'M16 10H4m5-5-5 5 5 5',
  chat: 'M3 4.5h14v9H9.5l-4 3v-3H3v-9Z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  filter: 'M3 6h14M6 10h8M8.5 14h3',
  here: 'M10 2.5c-3 0-5.2 2.3-5.2 5.2 0 3.8 5.2 9.8 5.2 9.8s5.2-6 5.2-9.8c0-2.9-2.2-5.2-5.2-5.2Zm0 3.2a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  lock: 'M5 9h10v7.5H5V9Zm2 0V6.5a3 3 0 0 1 6 0V9',
} as const

/** One of a dozen line drawings; always beside a word, so it is hidden from screen readers. */
export function Icon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
