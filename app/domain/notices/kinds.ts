import type { Role } from '#app/domain/access/actors.ts'

/** How somebody is told beside the inbox. */
export type Channel = 'mail' | 'push'
export const channels = ['mail', 'push'] as const satisfies Channel[]

type KindShape = {
  /**
   * Who of an organisation is told. What waits goes to the first row that has somebody, and to the rest when nobody
   * answers; anything else goes to all of them. Empty: only to people whom the caller names.
   */
  to: readonly (readonly Role[])[]
  /** For an answer. It stays on top until the thing itself is answered, is passed on, and cannot be hidden. */
  waits: boolean
  /** What is on for somebody who never chose. */
  channels: readonly Channel[]
}

/** Everything that people are told, and whom. The text is `notice.<kind>` of the catalogue; the page, routes/notices/links.ts. */
export const kinds = {
  // To a cooperative.
  'order.placed': { to: [['officer'], ['manager']], waits: true, channels: ['mail', 'push'] },
  'offer.taken': { to: [['officer', 'manager']], waits: false, channels: ['mail', 'push'] },
  'offer.left': { to: [['officer', 'manager']], waits: false, channels: ['mail', 'push'] },
  'proposal.submitted': { to: [['manager'], ['officer']], waits: true, channels: ['mail', 'push'] },
  'proposal.changes_asked': { to: [], waits: false, channels: ['mail', 'push'] },
  'proposal.approved': { to: [], waits: false, channels: ['push'] },
  'member.asked': { to: [['officer'], ['manager']], waits: true, channels: ['mail', 'push'] },
  'stock.low': { to: [['officer', 'manager']], waits: false, channels: ['push'] },
  'certificate.expiring': { to: [['officer', 'manager']], waits: false, channels: ['mail', 'push'] },
  'certificate.expired': { to: [['officer', 'manager']], waits: false, channels: ['mail', 'push'] },
  'certificate.accepted': { to: [['officer', 'manager']], waits: false, channels: ['push'] },
  'certificate.refused': { to: [['officer', 'manager']], waits: false, channels: ['mail', 'push'] },
  'import.done': { to: [], waits: false, channels: ['push'] },
  'import.proposed': { to: [['manager'], ['officer']], waits: true, channels: ['mail', 'push'] },
  'import.approved': { to: [], waits: false, channels: ['push'] },
  'person.joined': { to: [['manager']], waits: false, channels: ['push'] },
  // To a producer.
  'member.answered': { to: [], waits: false, channels: ['mail', 'push'] },
  // To a retail chain.
  'order.countered': { to: [['buyer']], waits: true, channels: ['mail', 'push'] },
  'order.answered': { to: [['buyer']], waits: false, channels: ['mail', 'push'] },
  'order.shipped': { to: [['buyer']], waits: false, channels: ['push'] },
  // To the operator.
  'application.sent': { to: [['operator']], waits: true, channels: ['mail', 'push'] },
  'certificate.sent': { to: [['operator']], waits: true, channels: ['mail'] },
} as const satisfies Record<`${string}.${string}`, KindShape>

export type Kind = keyof typeof kinds
export type WaitingKind = { [K in Kind]: (typeof kinds)[K]['waits'] extends true ? K : never }[Kind]

export const allKinds = Object.keys(kinds) as Kind[]
export const shapeOf = (kind: Kind): KindShape => kinds[kind]
/** What a row of the database names, which an older version may have written. */
export const isKind = (text: string): text is Kind => text in kinds

/** The kinds that somebody of that role can be told. */
export function kindsFor(role: Role): Kind[] {
  return allKinds.filter((kind) => {
    const told: readonly Role[] = shapeOf(kind).to.flat()
    return told.includes(role) || personal[role]?.includes(kind)
  })
}

// Whom the caller names, by the role they act in.
const own: Kind[] = ['proposal.changes_asked', 'proposal.approved']
const personal: Partial<Record<Role, Kind[]>> = {
  officer: [...own, 'import.done', 'import.approved'],
  manager: [...own, 'import.done', 'import.approved'],
  producer: [
    ...own,
    'member.answered',
    'certificate.expiring',
    'certificate.expired',
    'certificate.accepted',
    'certificate.refused',
  ],
  // What nobody answered in time ends here.
  operator: ['order.placed', 'order.countered', 'proposal.submitted', 'import.proposed', 'member.asked'],
}
