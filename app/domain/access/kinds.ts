import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import type { Actor, Role } from './actors.ts'

/** What kind of actor a membership makes: a producer belongs to a cooperative, and does not act for it. */
export const kindOf = (kind: OrganisationKind, role: Role): Actor['kind'] =>
  role === 'producer' ? 'producer' : kind
