import { createHash } from 'node:crypto'
import { writeCsv } from '#app/domain/exports/write-csv.server.ts'
import { type Cell, writeXlsx } from '#app/domain/exports/write-xlsx.server.ts'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { actorOf } from '#app/domain/imports/open-import.server.ts'
import { requireImport } from '#app/domain/imports/queries.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { writeBadRows } from '#app/domain/imports/write-bad-rows.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'

export type FileType = 'xlsx' | 'csv'

const head = [
  ...[
    'Kode',
    'Nama produk',
    'Produsen',
    'Kategori',
    'Pengolahan',
    'Bentuk kemasan',
    'Isi bersih',
    'Lebar (mm)',
  ],
  ...['Tinggi (mm)', 'Tebal (mm)', 'Berat kotor (g)', 'Penyimpanan', 'Umur simpan (hari)', 'Isi karton'],
  ...['Lama menyiapkan (hari)', 'Harga eceran', 'Harga grosir', 'Harga anggota', 'Catatan'],
]
const contents = ['100 g', '250 g', '500 g']

/** A file of so many packs, three to a product; three rows of a hundred are wrong, each in a way of its own. */
function tableOf(type: FileType, rows: number, producer: string) {
  const table: Cell[][] = [head]
  for (let i = 0; i < rows; i++) {
    const wrong = i % 100
    table.push([
      ...[
        wrong === 0 ? `kode#${i}` : `${type.toUpperCase()}-${i}`,
        `Keripik ukur ${type} ${Math.floor(i / 3)}`,
      ],
      ...[
        wrong === 1 ? 'Bukan anggota' : producer,
        'Keripik buah',
        'goreng',
        'pouch',
        contents[i % 3] ?? '',
        '16 cm',
        230,
      ],
      ...[
        60,
        120,
        'suhu ruang',
        '9 bulan',
        24,
        2,
        wrong === 2 ? '12.5' : 'Rp18.000',
        13_500,
        '12.000',
        'dibawa Senin',
      ],
    ])
  }
  return table
}

/** How many of so many rows are wrong. */
export const wrongOf = (rows: number): number => 3 * Math.floor(rows / 100) + Math.min(3, rows % 100)

async function bytesOf(type: FileType, table: Cell[][]): Promise<Buffer> {
  const chunks: Buffer[] = []
  const written = type === 'csv' ? writeCsv(table) : writeXlsx([{ name: 'Data', rows: table }])
  for await (const chunk of written) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** An officer with tables to send, and what is seen of them afterwards. */
export async function importsOf(rows: number) {
  const producer = await db.producer.findFirstOrThrow({
    where: { cooperative: { memberships: { some: { role: 'officer', endedAt: null } } } },
    select: { name: true, cooperativeId: true },
  })
  const { id } = await db.membership.findFirstOrThrow({
    where: { organisationId: producer.cooperativeId, role: 'officer', endedAt: null },
    select: { id: true },
  })
  const officer = await actorOf(db, id)
  if (!officer) throw new Error('nobody sends the file')
  return {
    async send(type: FileType): Promise<string> {
      const importId = newId('import')
      const bytes = await bytesOf(type, tableOf(type, rows, producer.name))
      await startImport(
        db,
        officer,
        { importId, kind: 'products', fileName: `ukur.${type}`, bytes },
        new Date(),
      )
      return importId
    },
    confirm: (importId: string) => confirmImport(db, officer, { importId }, new Date()),
    countsOf: async (importId: string) => (await requireImport(db, officer, importId)).counts,
    /** How many rows the file of wrong rows has; each says why. */
    async badRowsOf(importId: string): Promise<number> {
      let count = -1
      for await (const cells of (await writeBadRows(db, officer, importId)).rows) {
        if (!cells.at(-1)) throw new Error('a wrong row does not say why')
        count++
      }
      return count
    },
    fingerprint,
  }
}

/** Changes when anything does that an import of products may write. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const table of [
    'product_proposals',
    'product_proposal_variants',
    'proposal_moves',
    'variants',
    'products',
  ]) {
    const { rows } = await pool.query(
      `select count(*)::text as count, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${table} t`,
    )
    hash.update(JSON.stringify(rows))
  }
  return hash.digest('hex')
}
