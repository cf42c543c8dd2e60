import type { Facet } from '#app/domain/search/engine.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import type { CertificateKind, Storage } from '#app/generated/prisma/enums.ts'
import { certificateName, storageName } from '../storefront/words.ts'

/** How a value of a facet is called; a band is called by its slug, which says it. */
export function facetName(facet: Facet, slug: string, names: FilterNames): string {
  if (facet === 'storages') return storageName(slug as Storage)
  if (facet === 'certificates') return certificateName(slug as CertificateKind)
  const list = facet in names ? names[facet as keyof FilterNames] : []
  return list.find((one) => one.slug === slug)?.name ?? slug
}
