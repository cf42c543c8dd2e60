import { isInStoreCode } from '#app/domain/identifiers/gtin.ts'
import { type Content, isSame } from '#app/domain/proposals/content.ts'
import { emptyVariant, type VariantContent } from '#app/domain/proposals/variant-content.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Content as Cells } from './columns.ts'
import { isComplete } from './is-complete.ts'
import { barcodeOf, type Planned, type RowToPlan, same, unknownPack, wrong } from './plan.ts'
import { changesOf, contentFrom, packFrom } from './product-content.ts'
import { type Known, nameKey, type ProductContext, readProducts } from './product-context.server.ts'
import { plain } from './values.ts'

/** A proposal to be written: what it says, which one it is, and the rows that say so. */
export type ProposalWrite = {
  proposalId: string
  version: number
  status: 'draft' | 'submitted'
  before: string | null
  productId: string | null
  content: Content
  numbers: number[]
}

export type Officer = { personId: string; cooperativeId: string }

/**
 * What rows of products or prices would propose. Nothing is written.
 *
 * A pack is found by its own code; a new one joins the product of its name and producer. What somebody else has proposed
 * is left alone.
 */
export async function planProducts(
  db: Db,
  officer: Officer,
  kind: 'products' | 'prices',
  rows: RowToPlan[],
): Promise<{ planned: Planned[]; writes: ProposalWrite[] }> {
  const said = (field: string) =>
    rows.flatMap(({ cells }) => (typeof cells[field] === 'string' ? [cells[field]] : []))
  const context = await readProducts(db, officer.cooperativeId, {
    codes: said('ownCode'),
    barcodes: rows.map(({ cells }) => barcodeOf(cells)),
    names: kind === 'products' ? said('name') : [],
  })
  const planned: Planned[] = []
  const works = new Map<Known, { base: Content | null; content: Content; rows: Planned[] }>()
  for (const { number, cells } of rows) {
    const target = targetOf(context, kind, cells)
    if ('problem' in target) {
      planned.push(wrong(number, target.field, target.problem))
      continue
    }
    const known = target.known
    if (!known) {
      planned.push(unknownPack(number, cells))
      continue
    }
    const work = works.get(known) ?? {
      base: baseOf(known),
      content: baseOf(known) ?? known.content,
      rows: [],
    }
    const next = withRow(context, work.content, kind, cells, known)
    if ('problem' in next) {
      planned.push(wrong(number, next.field, next.problem))
      continue
    }
    const isIts = isPackOf(context, cells)
    const isNew = !baseOf(known)?.variants.some(isIts)
    const changes = isNew ? {} : changesOf(work.content, next.content, isIts)
    const row: Planned = {
      number,
      verdict: isNew ? 'new' : Object.keys(changes).length ? 'changed' : 'same',
      problems: {},
      changes,
    }
    works.set(known, { ...work, content: next.content, rows: [...work.rows, row] })
  }
  const writes: ProposalWrite[] = []
  for (const [known, { base, content, rows: own }] of works) {
    const isTheirs = known.open && known.open.proposedBy !== officer.personId
    if (base && isSame(base, content)) planned.push(...own.map(({ number }) => same(number)))
    else if (isTheirs)
      planned.push(...own.map(({ number }) => wrong(number, 'ownCode', { key: 'import.other_open' })))
    else {
      planned.push(...own)
      writes.push(writeOf(known, content, own))
    }
  }
  return { planned: planned.toSorted((a, b) => a.number - b.number), writes }
}

/** What waits already is what the rows are compared with, else what is published; of a new product nothing. */
const baseOf = (known: Known): Content | null =>
  known.waiting ?? (known.productId || known.open ? known.content : null)

function writeOf(known: Known, content: Content, own: Planned[]): ProposalWrite {
  return {
    proposalId: known.open?.id ?? newId('proposal'),
    version: (known.open?.version ?? 0) + 1,
    status: isComplete(content) ? 'submitted' : 'draft',
    before: known.open?.status ?? null,
    productId: known.productId,
    content,
    numbers: own.filter(({ verdict }) => verdict !== 'same').map(({ number }) => number),
  }
}

type Trouble = { field: string; problem: Planned['problems'][string] }

/** A pack without a code of its own is found by its barcode; nobody begins one. */
function targetOf(context: ProductContext, kind: string, cells: Cells): { known: Known | null } | Trouble {
  const hasCode = cells.ownCode !== undefined
  const byCode = hasCode
    ? context.byCode.get(String(cells.ownCode))
    : context.packs.get(barcodeOf(cells))?.known
  if (byCode)
    return byCode.isArchived
      ? { field: 'ownCode', problem: { key: 'import.product_archived' } }
      : { known: byCode }
  if (kind === 'prices' || !hasCode) return { known: null }
  const producerId = producerOf(context, cells)
  if (typeof producerId !== 'string') return producerId
  const name = nameKey(producerId, String(cells.name))
  const byName = context.byName.get(name)
  if (byName) return { known: byName }
  const content: Content = { ...emptyProduct, producerId, name: String(cells.name) }
  const known: Known = { content, productId: null, open: null, isArchived: false }
  context.byName.set(name, known)
  return { known }
}

const emptyProduct: Content = {
  producerId: '',
  photoId: null,
  name: '',
  categorySlug: null,
  processing: null,
  brand: '',
  story: '',
  halalNumber: null,
  pirtNumber: null,
  bpomNumber: null,
  variants: [],
}

/** The member that a row names; of two with one name, the one whose product it is. */
function producerOf({ producers }: ProductContext, { producer }: Cells, own?: string): string | Trouble {
  const named = producers.get(plain(String(producer))) ?? []
  const found = named.find(({ id }) => id === own) ?? named[0]
  if (!found)
    return { field: 'producer', problem: { key: 'import.producer_unknown', text: String(producer) } }
  if (named.length > 1 && found.id !== own)
    return { field: 'producer', problem: { key: 'import.producer_twice', text: String(producer) } }
  return found.id
}

const isPackOf = ({ packs }: ProductContext, cells: Cells) => {
  if (cells.ownCode !== undefined) return ({ ownCode }: VariantContent) => ownCode === cells.ownCode
  const id = packs.get(barcodeOf(cells))?.id
  return ({ variantId }: VariantContent) => variantId === id
}

function withRow(
  context: ProductContext,
  before: Content,
  kind: string,
  cells: Cells,
  known: Known,
): { content: Content } | Trouble {
  let content = before
  if (kind === 'products') {
    const producerId = producerOf(context, cells, before.producerId)
    if (typeof producerId !== 'string') return producerId
    const product = contentFrom(context.categories, before, cells)
    if ('problem' in product) return product
    content = { ...product.content, producerId }
  }
  const at = content.variants.findIndex(isPackOf(context, cells))
  const old: VariantContent = content.variants[at] ?? { ...emptyVariant, ownCode: String(cells.ownCode) }
  if (at < 0 && content.variants.length >= 12)
    return { field: 'ownCode', problem: { key: 'variant.too_many' } }
  const pack = packFrom(old, cells)
  const said = kind === 'products' ? cells.gtin : undefined
  const owner = said && context.gtins.get(String(said))
  if (owner && owner !== pack.variantId) return { field: 'gtin', problem: { key: 'gtin.taken' } }
  if (said && !owner && isInStoreCode(String(said)))
    return { field: 'gtin', problem: { key: 'gtin.in_store', prefix: '20' } }
  const twin = content.variants.some((one, i) => i !== at && pack.gtin !== null && one.gtin === pack.gtin)
  if (twin) return { field: 'gtin', problem: { key: 'gtin.taken' } }
  const { wholesalePrice, breaks, firstOrderCartons, minCartons } = pack
  if (wholesalePrice !== null && breaks.some(({ price }) => price >= wholesalePrice))
    return { field: 'wholesalePrice', problem: { key: 'import.below_breaks' } }
  if (firstOrderCartons !== null && firstOrderCartons < (minCartons ?? 1))
    return { field: 'firstOrderCartons', problem: { key: 'import.first_order_small' } }
  if (known.productId === null && pack.retailPrice === null && kind === 'products')
    return { field: 'retailPrice', problem: { key: 'price.missing' } }
  const variants = at < 0 ? [...content.variants, pack] : content.variants.with(at, pack)
  return { content: { ...content, variants } }
}
