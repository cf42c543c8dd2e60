import { Refusal } from '#app/platform/refusal.ts'

type Member = {
  personId: string
  personName: string
  membershipId: string
  organisationId: string
  organisationName: string
}

/** Someone acting for a retail chain; `chainId` is the organisation. Made only by the gates, from the session. */
export type RetailMember = Member & { kind: 'retail_chain'; chainId: string; role: RetailRole }
export type RetailRole = 'chain_manager' | 'buyer' | 'approver' | 'store_staff' | 'finance'

/** Someone acting for a cooperative. */
export type CooperativeMember = Member & { kind: 'cooperative'; cooperativeId: string; role: CooperativeRole }
export type CooperativeRole = 'officer' | 'manager'

/** A member of a cooperative, signed in for one producer and for nothing else of the cooperative. */
export type ProducerMember = Member & {
  kind: 'producer'
  cooperativeId: string
  producerId: string
  producerName: string
  role: 'producer'
}

/** Someone of the city who oversees. */
export type CityMember = Member & { kind: 'agency'; role: 'overseer' }

/** Someone who runs the platform. */
export type Operator = Member & { kind: 'operator'; role: 'operator' }

export type Actor = RetailMember | CooperativeMember | ProducerMember | CityMember | Operator
export type Role = Actor['role']

export type Permission =
  | 'product.read'
  | 'product.propose'
  | 'product.approve'
  | 'product.pause'
  | 'product.archive'
  | 'stock.record'
  | 'label.print'
  | 'purchase_order.read'
  | 'purchase_order.answer'
  | 'shelf.read'
  | 'shelf.plan'
  | 'shelf_order.read'
  | 'shelf_order.place'
  | 'shelf_order.decide'
  | 'chain.set_rules'
  | 'person.help_sign_in'
  | 'people.keep'
  | 'application.check'
  | 'synonym.change'
  | 'search.watch'
  | 'city.read'
  | 'demand.read'
  | 'member.read'
  | 'member.keep'
  | 'member.invite'
  | 'member.answer'
  | 'member.verify'
  | 'own.read'
  | 'own.keep'
  | 'certificate.read'
  | 'certificate.keep'
  | 'certificate.verify'

const grants: Record<Role, readonly Permission[]> = {
  officer: [
    'product.read',
    'product.propose',
    'product.approve',
    'product.pause',
    'stock.record',
    'label.print',
    'purchase_order.read',
    'purchase_order.answer',
    'demand.read',
    'member.read',
    'member.keep',
    'member.invite',
    'member.answer',
    'certificate.read',
    'certificate.keep',
  ],
  manager: [
    'product.read',
    'product.propose',
    'product.approve',
    'product.pause',
    'product.archive',
    'stock.record',
    'label.print',
    'purchase_order.read',
    'purchase_order.answer',
    'demand.read',
    'person.help_sign_in',
    'people.keep',
    'member.read',
    'member.keep',
    'member.invite',
    'member.answer',
    'certificate.read',
    'certificate.keep',
  ],
  producer: ['product.read', 'product.propose', 'own.read', 'own.keep'],
  // Of a chain of one person: orders too, and keeps who else may.
  chain_manager: [
    'shelf.read',
    'shelf.plan',
    'shelf_order.read',
    'shelf_order.place',
    'shelf_order.decide',
    'chain.set_rules',
    'person.help_sign_in',
    'people.keep',
  ],
  buyer: [
    'shelf.read',
    'shelf.plan',
    'shelf_order.read',
    'shelf_order.place',
    'shelf_order.decide',
    'chain.set_rules',
  ],
  approver: ['shelf.read', 'shelf_order.read', 'chain.set_rules'],
  store_staff: ['shelf.read', 'shelf_order.read'],
  finance: ['shelf_order.read'],
  overseer: ['city.read'],
  operator: [
    'product.read',
    'synonym.change',
    'search.watch',
    'demand.read',
    'product.approve',
    'person.help_sign_in',
    'people.keep',
    'application.check',
    'member.verify',
    'member.answer',
    'certificate.verify',
  ],
}

/** Whether the actor's role grants the permission; for hiding buttons. */
export function may(actor: Actor, permission: Permission): boolean {
  return grants[actor.role].includes(permission)
}

/** Refuses unless the actor's role grants the permission. Synchronous, so it cannot be left un-awaited. */
export function allow(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Refusal('forbidden', { key: 'error.forbidden' })
}
