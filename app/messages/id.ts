import { access } from './id/access.ts'
import { common } from './id/common.ts'
import { cooperative } from './id/cooperative.ts'
import { members } from './id/members.ts'
import { operator } from './id/operator.ts'
import { orders } from './id/orders.ts'
import { retail } from './id/retail.ts'
import { storefront } from './id/storefront.ts'

/** What people read, by key. A name in braces is filled in. One file per surface, because each changes for its own reason. */
export const id = {
  ...common,
  ...access,
  ...storefront,
  ...cooperative,
  ...retail,
  ...orders,
  ...operator,
  ...members,
} as const
