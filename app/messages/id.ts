import { access } from './id/access.ts'
import { api } from './id/api.ts'
import { catalogue } from './id/catalogue.ts'
import { certificates } from './id/certificates.ts'
import { common } from './id/common.ts'
import { cooperative } from './id/cooperative.ts'
import { documents } from './id/documents.ts'
import { imports } from './id/imports.ts'
import { labels } from './id/labels.ts'
import { members } from './id/members.ts'
import { notices } from './id/notices.ts'
import { onboarding } from './id/onboarding.ts'
import { operator } from './id/operator.ts'
import { orders } from './id/orders.ts'
import { people } from './id/people.ts'
import { photos } from './id/photos.ts'
import { readiness } from './id/readiness.ts'
import { retail } from './id/retail.ts'
import { retailCatalogue } from './id/retail-catalogue.ts'
import { search } from './id/search.ts'
import { selling } from './id/selling.ts'
import { stock } from './id/stock.ts'
import { storefront } from './id/storefront.ts'
import { variants } from './id/variants.ts'

/** What people read, by key. A name in braces is filled in. One file per surface, because each changes for its own reason. */
export const id = {
  ...common,
  ...access,
  ...storefront,
  ...variants,
  ...catalogue,
  ...cooperative,
  ...readiness,
  ...retail,
  ...retailCatalogue,
  ...orders,
  ...operator,
  ...search,
  ...api,
  ...members,
  ...imports,
  ...labels,
  ...documents,
  ...people,
  ...onboarding,
  ...selling,
  ...stock,
  ...certificates,
  ...notices,
  ...photos,
} as const
