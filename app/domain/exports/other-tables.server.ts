// What a cooperative owns and does not send back: movements, orders, certificates and photos.
import { fromDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { numeric, paged, type Table } from './paged.ts'
import type { Cell } from './write-xlsx.server.ts'

type Scope = { cooperativeId: string }

export function otherTables(db: Db, scope: Scope): Table[] {
  return [
    {
      name: 'mutasi-stok',
      rows: () =>
        headed(
          ['Waktu', 'Kode', 'Produk', 'Jenis', 'Jumlah', 'Dipesan', 'Batch', 'Oleh', 'Alasan'],
          movements(db, scope),
        ),
    },
    {
      name: 'pesanan',
      rows: () =>
        headed(
          [
            'Nomor PO',
            'Status PO',
            'Pembeli',
            'Gerai',
            'Kode',
            'Produk',
            'Karton',
            'Isi karton',
            'Harga satuan',
            'Dikirim',
            'Status baris',
          ],
          orders(db, scope),
        ),
    },
    {
      name: 'sertifikat',
      rows: () =>
        headed(
          ['Jenis', 'Nomor', 'Produk', 'Produsen', 'Pemegang', 'Terbit', 'Berakhir', 'Status'],
          certificates(db, scope),
        ),
    },
    {
      name: 'foto',
      rows: () => headed(['Produk', 'Urutan', 'Keterangan', 'Lebar', 'Tinggi', 'Sidik'], photos(db, scope)),
    },
  ]
}

async function* headed(head: string[], rows: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  yield head
  yield* rows
}

const day = (date: Date | null): Cell => (date ? fromDate(date) : null)

async function* movements(db: Db, { cooperativeId }: Scope): AsyncGenerator<Cell[]> {
  const rows = paged((after, take) =>
    db.stockMovement.findMany({
      where: { id: { gt: after }, level: { variant: { cooperativeId } } },
      orderBy: { id: 'asc' },
      take,
      select: {
        id: true,
        at: true,
        kind: true,
        onHand: true,
        reserved: true,
        reason: true,
        lot: { select: { bestBefore: true } },
        by: { select: { person: { select: { name: true } } } },
        level: { select: { variant: { select: { ownCode: true, product: { select: { name: true } } } } } },
      },
    }),
  )
  for await (const { at, kind, onHand, reserved, reason, lot, by, level } of rows) {
    const { ownCode, product } = level.variant
    yield [
      at.toISOString(),
      ownCode,
      product.name,
      kind,
      onHand,
      reserved,
      day(lot?.bestBefore ?? null),
      by.person.name,
      reason,
    ]
  }
}

async function* orders(db: Db, { cooperativeId }: Scope): AsyncGenerator<Cell[]> {
  type Row = {
    id: string
    number: string
    po_status: string
    chain: string
    store: string
    code: string | null
    name: string
    cartons: number
    units: number
    price: bigint
    deliver_on: Date
    status: string
  }
  const rows = paged(
    (after, take) =>
      db.$queryRaw<Row[]>`
      select l.id, o.number::text, o.status::text po_status, c.short_name chain, s.name store, v.own_code code, p.name,
        l.cartons, l.units_per_carton units, l.unit_price price, l.deliver_on, l.status::text
      from purchase_order_lines l join purchase_orders o on o.id = l.purchase_order_id
      join organisations c on c.id = o.chain_id join stores s on s.id = l.store_id
      join variants v on v.id = l.variant_id join products p on p.id = v.product_id
      where o.cooperative_id = ${cooperativeId} and l.id > ${after} order by l.id limit ${take}`,
  )
  for await (const { id: _, price, deliver_on, status, ...row } of rows)
    yield [
      row.number,
      row.po_status,
      row.chain,
      row.store,
      row.code,
      row.name,
      row.cartons,
      row.units,
      numeric(price),
      day(deliver_on),
      status,
    ]
}

async function* certificates(db: Db, scope: Scope): AsyncGenerator<Cell[]> {
  const rows = paged((after, take) =>
    db.certificate.findMany({
      where: { ...scope, id: { gt: after } },
      orderBy: { id: 'asc' },
      take,
      include: { product: { select: { name: true } }, producer: { select: { name: true } } },
    }),
  )
  for await (const { kind, number, product, producer, holderName, issuedOn, expiresOn, status } of rows)
    yield [
      kind,
      number,
      product?.name ?? null,
      producer?.name ?? null,
      holderName,
      day(issuedOn),
      day(expiresOn),
      status,
    ]
}

async function* photos(db: Db, { cooperativeId }: Scope): AsyncGenerator<Cell[]> {
  type Row = {
    id: string
    name: string
    position: number
    alt: string
    width: number
    height: number
    hash: string
  }
  const rows = paged(
    (after, take) =>
      db.$queryRaw<Row[]>`
      select p.id || ' ' || lpad(f.position::text, 3, '0') as id, p.name, f.position, f.alt, ph.width, ph.height, ph.hash
      from product_photos f join products p on p.id = f.product_id join photos ph on ph.id = f.photo_id
      where f.cooperative_id = ${cooperativeId} and p.id || ' ' || lpad(f.position::text, 3, '0') > ${after}
      order by 1 limit ${take}`,
  )
  for await (const { name, position, alt, width, height, hash } of rows)
    yield [name, position, alt, width, height, hash]
}
