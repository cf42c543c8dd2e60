import type { Permission } from '#app/domain/access/actors.ts'
import type { ImportKind } from '#app/generated/prisma/enums.ts'

/** What one must be allowed to do by hand to do it with a file. */
export const permissionOf = {
  products: 'product.propose',
  prices: 'product.propose',
  photos: 'product.propose',
  stock: 'stock.record',
  members: 'member.keep',
} as const satisfies Record<ImportKind, Permission>
