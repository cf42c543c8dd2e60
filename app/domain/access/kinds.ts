import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import type { Actor, Role } from './actors.ts'

/** What kind of actor a membership makes: a producer belongs to a cooperative, and does not act for it. */
export const kindOf = (kind: OrganisationKind, role: Role): Actor['kind'] =>
  role === 'producer' ? 'producer' : kind

/** The roles that an organisation's own people can have, the one that keeps them first. */
export const rolesOf = {
  cooperative: ['manager', 'officer'],
  retail_chain: ['chain_manager', 'buyer', 'approver', 'store_staff', 'finance'],
  agency: ['overseer'],
  operator: ['operator'],
} as const satisfies Record<OrganisationKind, readonly Role[]>

/** Who keeps the people of an organisation. The database says the same (keeps_people). */
export const keepers = ['manager', 'chain_manager', 'operator'] as const satisfies readonly Role[]
export type Keeper = (typeof keepers)[number]

export const keepsPeople = (role: Role): role is Keeper => keepers.some((one) => one === role)

/** What somebody is who has handed over keeping people. Null where there is no other role. */
export const roleAfter = (role: Keeper): Role | null =>
  ({ manager: 'officer', chain_manager: 'buyer', operator: null })[role] as Role | null
