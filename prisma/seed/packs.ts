// Every pack that is sold: a product's first one, and the further ones some products have.
import { inStoreCodeOf } from '#app/domain/identifiers/gtin.ts'
import { cooperativeOf } from './batu/places.ts'
import { products, type SeedProduct } from './batu/products.ts'
import { breaksOfFirst, memberTermsOf, sizes, weeklyCapacityOf } from './batu/sizes.ts'
import { idOf } from './ids.ts'
import { organisationId } from './organisations.ts'
import { variantOf } from './variant.ts'

export type SeededPack = {
  id: string
  /** The product, with what is of this pack in place of the first one's. */
  product: SeedProduct
  position: number
  breaks: [fromCartons: number, price: bigint][]
}

/** The first pack of a product. */
export const variantId = (name: string): string => idOf('variant', name)

/** All packs, the first ones first, so that their in-store codes stay what they were. */
export const seededPacks: SeededPack[] = [
  ...products.map((product) => ({
    id: variantId(product.name),
    product,
    position: 0,
    breaks: breaksOfFirst[product.name] ?? [],
  })),
  ...products.flatMap((product) =>
    (sizes[product.name] ?? []).map(({ breaks = [], ...size }, i) => ({
      id: idOf('variant', product.name, size.netContent),
      product: { ...product, ...size },
      position: i + 1,
      breaks,
    })),
  ),
]

/** The row of a pack, in-store code `number`. */
export function packRow({ id, product, position }: SeededPack, number: number) {
  const { name, village } = product
  const weeklyCapacityPieces = position === 0 ? (weeklyCapacityOf[name] ?? null) : null
  return {
    ...variantOf(product),
    id,
    position,
    memberTerms: memberTermsOf(name),
    weeklyCapacityPieces,
    productId: idOf('product', name),
    cooperativeId: organisationId(cooperativeOf(village).slug),
    gtin: inStoreCodeOf(BigInt(number)),
    gtinKind: 'in_store' as const,
  }
}
