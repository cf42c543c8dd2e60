import type { Pack, Storage } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { rowsIn } from './rows.ts'
import type { Section, Typed } from './typed.ts'

/** What a section holds, in one line. */
export function summaryOf(section: Section, typed: Typed): string {
  const parts = {
    product: () => [typed.name, typed.netContent, typed.storage && t(`storage.${typed.storage as Storage}`)],
    pack: () => [...shapeIn(typed, ''), typed.gtin ?? t('product.in_store_code')],
    carton: () => [cartonIn(typed, '')],
    price: () => pricesIn(typed, ''),
    more: () => moreNames(typed),
    permit: () => [
      typed.pirtNumber && t('certificate.pirt'),
      typed.halalNumber && t('certificate.halal'),
      typed.bpomNumber && t('certificate.bpom_md'),
    ],
    stock: () => [
      typed.lotQuantity && say({ key: 'product.pieces', pieces: typed.lotQuantity }),
      typed.lotBestBefore && say({ key: 'product.good_until', day: dayText(typed.lotBestBefore) }),
    ],
    story: () => [typed.brand, typed.story && shortened(typed.story)],
  } satisfies Record<Section, () => (string | undefined | '')[]>
  if (section === 'more' && rowsIn(typed) === 0) return t('product.more_none')
  const line = parts[section]().filter(Boolean).join(', ')
  return line || t(section === 'product' || section === 'price' ? 'product.not_yet' : 'product.may_wait')
}

/** What a further pack costs and is called, in one line. */
export const sizeSummary = (typed: Typed, prefix: string): string =>
  [typed[`${prefix}ownCode`], ...pricesIn(typed, prefix), typed[`${prefix}isEnded`] && t('product.no_longer')]
    .filter(Boolean)
    .join(', ')

/** How a further pack is packed and kept, in one line. */
export const packedSummary = (typed: Typed, prefix: string): string =>
  [
    ...shapeIn(typed, prefix),
    cartonIn(typed, prefix),
    typed[`${prefix}storage`] && t(`storage.${typed[`${prefix}storage`] as Storage}`).toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')

function shapeIn(typed: Typed, prefix: string) {
  const [pack, width, height, depth] = ['pack', 'widthMm', 'heightMm', 'depthMm'].map(
    (name) => typed[prefix + name],
  )
  return [pack && t(`pack.${pack as Pack}`), width && `${width} × ${height} × ${depth} mm`]
}

function cartonIn(typed: Typed, prefix: string) {
  const units = typed[`${prefix}unitsPerCarton`]
  return units && say({ key: 'product.carton_of', units })
}

function pricesIn(typed: Typed, prefix: string) {
  const [wholesale, retail] = [typed[`${prefix}wholesalePrice`], typed[`${prefix}retailPrice`]]
  return [
    wholesale && say({ key: 'product.to_retail', price: wholesale }),
    retail && say({ key: 'product.in_store', price: retail }),
  ]
}

const moreNames = (typed: Typed) =>
  Array.from({ length: rowsIn(typed) }, (_, i) => typed[`more[${i}].netContent`])

const dayText = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text)
const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)
