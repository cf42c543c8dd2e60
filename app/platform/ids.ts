/** Three letters before every id, so that an id in a log says whose it is. */
const prefixes = {
  organisation: 'org',
  person: 'per',
  membership: 'mbr',
  code: 'otc',
  invitation: 'und',
  application: 'dft',
  applicant: 'pdf',
  document: 'dok',
  producer: 'pdu',
  consent: 'psj',
  closure: 'lbr',
  request: 'pmt',
  act: 'tnd',
  photo: 'pic',
  upload: 'krm',
  product: 'prd',
  variant: 'var',
  certificate: 'cer',
  proposal: 'usl',
  move: 'mov',
  lot: 'lot',
  movement: 'mut',
  store: 'str',
  fixture: 'fix',
  shelf: 'shf',
  plan: 'pln',
  placement: 'plc',
  shelfOrder: 'sho',
  purchaseOrder: 'pur',
  line: 'lin',
  booking: 'bok',
  synonym: 'syn',
  searchIndex: 'idx',
  searchCheck: 'cek',
  import: 'imp',
  notice: 'kbr',
} as const

export type IdOf = keyof typeof prefixes

/** A new id: its table's prefix, nine characters of time and seventeen of chance, so that ids sort by age. */
export function newId(of: IdOf): string {
  const time = Date.now().toString(36).padStart(9, '0')
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(17)), (byte) => (byte % 36).toString(36))
  return `${prefixes[of]}_${time}${chance.join('')}`
}

/** True for text that can be an id of that kind. Says nothing about whose it is, or whether it exists. */
export function isId(of: IdOf, text: string): boolean {
  return new RegExp(`^${prefixes[of]}_[0-9a-z]{1,40}$`).test(text)
}
