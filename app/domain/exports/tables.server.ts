// Everything that a cooperative owns, table by table, read in pages so that none is in memory whole.
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { maskedNik } from '#app/domain/identifiers/nik.ts'
import { fieldsOf, type TableKind } from '#app/domain/imports/columns.ts'
import { inWords } from '#app/domain/imports/product-content.ts'
import { fromDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { otherTables } from './other-tables.server.ts'
import { numeric, paged, type Table } from './paged.ts'
import type { Cell } from './write-xlsx.server.ts'

export function tablesOf(db: Db, { cooperativeId }: CooperativeMember): Table[] {
  const scope = { cooperativeId }
  return [
    { name: 'produk', rows: () => under('products', products(db, scope)) },
    { name: 'harga', rows: () => under('prices', prices(db, scope)) },
    { name: 'stok', rows: () => under('stock', stock(db, scope)) },
    { name: 'anggota', rows: () => under('members', members(db, scope)) },
    ...otherTables(db, scope),
  ]
}

/** Rows by field, under the heads that an import reads. */
async function* under(kind: TableKind, rows: AsyncIterable<Record<string, Cell>>): AsyncGenerator<Cell[]> {
  yield fieldsOf[kind].map(({ header }) => header)
  for await (const row of rows) yield fieldsOf[kind].map(({ name }) => row[name] ?? null)
}

type Scope = { cooperativeId: string }

const listVariants = (db: Db, scope: Scope) =>
  paged((after, take) =>
    db.variant.findMany({
      where: { ...scope, id: { gt: after }, endedAt: null, product: { status: { not: 'archived' } } },
      orderBy: { id: 'asc' },
      take,
      include: {
        product: {
          include: { producer: { select: { name: true } }, category: { select: { nameId: true } } },
        },
      },
    }),
  )

async function* products(db: Db, scope: Scope) {
  for await (const { product, ...variant } of listVariants(db, scope)) {
    const { name, brand, story, processing, producer, category } = product
    const { gtin, pack, stackable, storage, memberTerms } = variant
    yield {
      ...numbersOf(variant),
      ownCode: variant.ownCode,
      name,
      producer: producer.name,
      category: category.nameId,
      processing: inWords(processing),
      brand,
      story,
      pack: inWords(pack),
      netContent: variant.netContent,
      gtin,
      stackable: inWords(stackable),
      storage: inWords(storage),
      memberTerms: inWords(memberTerms),
    } as Record<string, Cell>
  }
}

const numbers = [
  'widthMm',
  'heightMm',
  'depthMm',
  'weightG',
  'shelfLifeDays',
  'unitsPerCarton',
  'minCartons',
  'firstOrderCartons',
  'leadTimeDays',
  'weeklyCapacityPieces',
  'retailPrice',
  'wholesalePrice',
  'memberPrice',
] as const
type Numbers = { [Name in (typeof numbers)[number]]: bigint | number | null }
const numbersOf = (row: Numbers) => Object.fromEntries(numbers.map((name) => [name, numeric(row[name])]))

async function* prices(db: Db, scope: Scope) {
  for await (const { product, ...variant } of listVariants(db, scope))
    yield {
      ...numbersOf(variant),
      ownCode: variant.ownCode,
      barcode: variant.gtin,
      name: product.name,
    } as Record<string, Cell>
}

type Left = {
  id: string
  code: string | null
  gtin: string
  name: string
  best_before: Date
  received_on: Date
  left: number
}
async function* stock(db: Db, { cooperativeId }: Scope) {
  const rows = paged(
    (after, take) =>
      db.$queryRaw<Left[]>`
      select v.id || ' ' || l.best_before || ' ' || l.received_on as id, v.own_code code, v.gtin, p.name, l.best_before, l.received_on,
        sum(m.on_hand)::int as left
      from lots l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
      join stock_movements m on m.variant_id = l.variant_id and m.lot_id = l.id
      where v.cooperative_id = ${cooperativeId}
      group by v.id, p.id, l.best_before, l.received_on having sum(m.on_hand) > 0
        and v.id || ' ' || l.best_before || ' ' || l.received_on > ${after}
      order by 1 limit ${take}`,
  )
  for await (const { code, gtin, name, best_before, received_on, left } of rows)
    yield {
      ownCode: code,
      barcode: gtin,
      productName: name,
      how: 'hitung',
      pieces: left,
      bestBefore: fromDate(best_before),
      receivedOn: fromDate(received_on),
    } as Record<string, Cell>
}

async function* members(db: Db, scope: Scope) {
  const rows = paged((after, take) =>
    db.producer.findMany({
      where: { ...scope, id: { gt: after }, leftAt: null },
      orderBy: { id: 'asc' },
      take,
      include: {
        record: true,
        village: { select: { name: true } },
        consents: { where: { withdrawnAt: null }, select: { way: true } },
      },
    }),
  )
  for await (const { name, story, village, record, consents } of rows)
    yield {
      name,
      village: village.name,
      story,
      ownerName: record?.ownerName,
      nib: record?.nib,
      nik: record?.nikRegion ? maskedNik(record.nikRegion) : null,
      npwp: record?.npwpSealed ? '•••' : null,
      isPkp: record ? inWords(record.isPkp) : null,
      bank: record?.bank,
      account: record?.accountEnd ? `••• ${record.accountEnd}` : null,
      accountHolder: record?.accountHolder,
      statementOn: record?.statementOn ? fromDate(record.statementOn) : null,
      consent: consents[0] && (consents[0].way === 'spoken' ? 'lisan' : 'tertulis'),
    } as Record<string, Cell>
}
