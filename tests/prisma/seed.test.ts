import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkDigitOf } from '#app/domain/identifiers/gtin.ts'
import { readNik } from '#app/domain/identifiers/nik.ts'
import { openFor } from '#app/domain/producers/secrets.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { verifyPassword } from '#app/platform/passwords.server.ts'
import { mediaDir } from '#tests/support/media.ts'
import { signIns } from '../../prisma/seed/sign-ins.ts'
import { seed } from '../../prisma/seed.ts'

const today = '2026-11-24'

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('without SEED=demo there is reference data and nobody', async () => {
  vi.stubEnv('SEED', '')
  await seed(today)
  await seed(today)
  expect(await counts(['cities', 'villages', 'organisations', 'people', 'products', 'stores'])).toEqual({
    cities: 1,
    villages: 24,
    organisations: 0,
    people: 0,
    products: 0,
    stores: 0,
  })
  expect(await db.datedSetting.count()).toBeGreaterThan(0)
  expect(await db.category.count({ where: { parentSlug: null } })).toBeGreaterThan(0)
})

// Draws and stores near a hundred pictures, which takes a busy machine its time.
test('with SEED=demo an empty database becomes a market, once', { timeout: 180_000 }, async () => {
  vi.stubEnv('SEED', 'demo')
  await seed(today)
  await hasWhatTheCityHas()
  await hasValidCodesOfItsOwn()
  await hasOnlySampleCertificates()
  await hasStockThatItsMovementsExplain()
  await hasPicturesOnDisk()
  await hasASignInForEveryRole()
  await hasMembersThatAreExamples()
  await hasShelvesThatHoldWhatStandsOnThem()
  await hasSomethingInEveryQueue()

  const before = await everyCount()
  await seed('2026-12-01')
  expect(await everyCount()).toEqual(before)
  expect(console.log).toHaveBeenLastCalledWith('seed: the database is filled already')
})

async function hasWhatTheCityHas() {
  expect(await db.organisation.count({ where: { kind: 'cooperative' } })).toBe(24)
  expect(await counts(['products', 'variants', 'stock_levels', 'retail_chains', 'stores'])).toEqual({
    products: 70,
    variants: 78,
    stock_levels: 78,
    retail_chains: 3,
    stores: 12,
  })
  const { rows } = await pool.query(
    'select 1 from organisations o where kind = $1 and not exists (select from products where cooperative_id = o.id)',
    ['cooperative'],
  )
  expect(rows).toEqual([])
}

async function hasValidCodesOfItsOwn() {
  const variants = await db.variant.findMany({ select: { gtin: true, gtinKind: true, ownCode: true } })
  for (const { gtin, gtinKind, ownCode } of variants) {
    expect(ownCode).toMatch(/^[A-Z]{2,5}(-[\dx]+(KG|L)?)?$/)
    expect(gtin).toMatch(/^20\d{11}$/)
    expect(Number(gtin[12])).toBe(checkDigitOf(gtin.slice(0, 12)))
    expect(gtinKind).toBe('in_store')
  }
  // The next code that the system makes is none of these.
  const { rows } = await pool.query<{ next: string }>("select nextval('in_store_codes') as next")
  expect(Number(rows[0]?.next)).toBeGreaterThan(variants.length)
}

async function hasOnlySampleCertificates() {
  expect(await db.certificate.count()).toBeGreaterThan(70)
  expect(
    await db.certificate.count({ where: { OR: [{ isSample: false }, { number: { not: 'contoh' } }] } }),
  ).toBe(0)
}

async function hasStockThatItsMovementsExplain() {
  const { rows } = await pool.query(`
    select l.variant_id from stock_levels l
    left join lateral (select coalesce(sum(on_hand), 0) h, coalesce(sum(reserved), 0) r
      from stock_movements where variant_id = l.variant_id) m on true
    where l.on_hand <> m.h or l.reserved <> m.r`)
  expect(rows).toEqual([])
  const { rows: spoilt } = await pool.query(
    `select o.id from lots o join variants v on v.id = o.variant_id
     where o.best_before < $1 or o.best_before > o.received_on + v.shelf_life_days`,
    [today],
  )
  expect(spoilt).toEqual([])
}

async function hasPicturesOnDisk() {
  const photos = await db.photo.findMany({ select: { hash: true } })
  expect(photos.length).toBeGreaterThan(70)
  for (const { hash } of photos)
    for (const type of ['webp', 'jpeg'])
      expect(existsSync(path.join(mediaDir(), `${hash}-640.${type}`))).toBe(true)
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int from graphile_worker.jobs where task_identifier = 'photo.stored'",
  )
  expect(rows).toEqual([{ count: photos.length }])
}

async function hasASignInForEveryRole() {
  const roles = await db.membership.groupBy({ by: ['role'] })
  expect(signIns.map(({ role }) => role)).toEqual(expect.arrayContaining(roles.map(({ role }) => role)))
  for (const { email, password } of signIns) {
    const { passwordHash } = await db.person.findUniqueOrThrow({ where: { email } })
    expect(await verifyPassword(passwordHash, password)).toBe(true)
  }
  expect(await db.person.count({ where: { email: { not: { endsWith: '.example' } } } })).toBe(0)
  expect(await db.person.count({ where: { email: null } })).toBe(1)
}

async function hasMembersThatAreExamples() {
  const records = await db.producerRecord.findMany()
  expect(records).toHaveLength(await db.producer.count())
  expect(records.filter(({ isSample }) => !isSample)).toEqual([])
  for (const { producerId, nikSealed } of records)
    if (nikSealed)
      expect(readNik(openFor(producerId, 'nik', nikSealed))).toEqual({
        value: expect.stringMatching(/9\d{3}$/),
      })
  expect(await db.producerConsent.count()).toBe(records.length)
  expect(await db.membership.findMany({ where: { role: 'producer' } })).toHaveLength(1)
}

async function hasShelvesThatHoldWhatStandsOnThem() {
  const { rows } = await pool.query(`
    select b.id from shelf_bookings b join shelves s on s.id = b.shelf_id
    where b.pack_height_mm * b.stack > s.height_mm or b.pack_depth_mm > s.depth_mm`)
  expect(rows).toEqual([])
  const standing = await db.shelfBooking.groupBy({
    by: ['variantId'],
    where: { line: { status: 'accepted' } },
  })
  expect(standing.length).toBeGreaterThanOrEqual(40)
  const { rows: later } = await pool.query('select 1 from shelf_bookings where starts_on > $1 limit 1', [
    today,
  ])
  expect(later).toHaveLength(1)
}

async function hasSomethingInEveryQueue() {
  // Lists go by id, because ids sort by age.
  const byAge = await db.shelfOrder.findMany({
    orderBy: [{ placedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  expect(byAge).toEqual(byAge.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const orders = await db.purchaseOrder.groupBy({ by: ['status'] })
  expect(orders.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['sent', 'countered', 'accepted', 'declined']),
  )
  const proposals = await db.productProposal.groupBy({
    by: ['status'],
    _count: true,
    orderBy: { status: 'asc' },
  })
  expect(proposals).toEqual([
    { status: 'draft', _count: 1 },
    { status: 'submitted', _count: 3 },
  ])
}

async function counts(tables: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    found[table] = rows[0]?.n ?? 0
  }
  return found
}

async function everyCount() {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  )
  return counts([...rows.map(({ name }) => name), 'graphile_worker.jobs'])
}
