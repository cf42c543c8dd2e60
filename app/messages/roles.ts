import type { Role } from '#app/domain/access/actors.ts'
import { t } from './say.ts'

const names = {
  producer: 'role.producer',
  officer: 'role.officer',
  manager: 'role.manager',
  chain_manager: 'role.chain_manager',
  buyer: 'role.buyer',
  approver: 'role.approver',
  store_staff: 'role.store_staff',
  finance: 'role.finance',
  overseer: 'role.overseer',
  operator: 'role.operator',
} as const satisfies Record<Role, string>

/** A role in words. */
export const roleName = (role: Role): string => t(names[role])
