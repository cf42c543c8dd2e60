import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'

const names = {
  minimarket: 'store_class.minimarket',
  supermarket: 'store_class.supermarket',
  hypermarket: 'store_class.hypermarket',
  department_store: 'store_class.department_store',
  souvenir_shop: 'store_class.souvenir_shop',
} as const satisfies Record<StoreClass, string>

/** A store's class in words. */
export const className = (of: StoreClass): string => t(names[of])
