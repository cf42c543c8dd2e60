import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { chains } from './batu/chains.ts'
import { type FixtureModel, models } from './fixtures.ts'
import { idOf } from './ids.ts'
import { organisationId } from './organisations.ts'

type SeedFixture = FixtureModel & { id: string; store: string; chain: string; position: number }
type SeedShelf = {
  id: string
  fixtureId: string
  chainId: string
  level: number
  widthMm: number
  heightMm: number
  depthMm: number
  maxLoadG: number
}

export const storeId = (slug: string): string => idOf('store', slug)

/** Every fixture of every store, from the entrance on. */
export const fixtures: SeedFixture[] = chains.flatMap((chain) =>
  chain.stores.flatMap((store) =>
    store.fixtures.map((name, i) => ({
      ...models[name],
      id: idOf('fixture', store.slug, String(i + 1)),
      store: store.slug,
      chain: chain.slug,
      position: i + 1,
    })),
  ),
)

export const shelvesOf = (fixture: SeedFixture): SeedShelf[] =>
  fixture.levels.map((heightMm, i) => ({
    id: idOf('shelf', fixture.id, String(i + 1)),
    fixtureId: fixture.id,
    chainId: organisationId(fixture.chain),
    level: i + 1,
    widthMm: fixture.widthMm,
    heightMm,
    depthMm: fixture.depthMm,
    maxLoadG: fixture.maxLoadG,
  }))

/** Writes the stores with their fixtures and shelves, and what stands there that is not local. */
export async function writeStores(tx: Db, today: Day): Promise<void> {
  await tx.store.createMany({
    data: chains.flatMap((chain) =>
      chain.stores.map(({ fixtures: _, ...store }) => ({
        ...store,
        id: storeId(store.slug),
        chainId: organisationId(chain.slug),
      })),
    ),
  })
  await tx.fixture.createMany({
    data: fixtures.map((fixture) => ({
      id: fixture.id,
      storeId: storeId(fixture.store),
      chainId: organisationId(fixture.chain),
      name: nameOf(fixture),
      model: fixture.model,
      storage: fixture.storage,
      position: fixture.position,
    })),
  })
  await tx.shelf.createMany({ data: fixtures.flatMap(shelvesOf) })
  await tx.shelfBooking.createMany({ data: fixtures.flatMap((fixture) => otherGoodsOn(fixture, today)) })
}

// Numbered where a store has several of a kind.
function nameOf({ name, store, position }: SeedFixture): string {
  const alike = fixtures.filter((one) => one.store === store && one.name === name)
  if (alike.length === 1) return `${name} Lokal`
  return `${name} Lokal ${alike.findIndex((one) => one.position === position) + 1}`
}

type Goods = { label: string; widthMm: number; heightMm: number; depthMm: number; facings: number }
const goods: Record<string, Goods[]> = {
  'swalayan-panderman': [
    { label: 'Minyak goreng', widthMm: 95, heightMm: 260, depthMm: 95, facings: 4 },
    { label: 'Gula pasir', widthMm: 110, heightMm: 170, depthMm: 70, facings: 3 },
  ],
  'toko-songgoriti': [{ label: 'Air mineral', widthMm: 65, heightMm: 225, depthMm: 65, facings: 6 }],
  'pasar-oleh-oleh-arjuno': [],
}

// From the right end of the lowest board of a store's first fixture.
function otherGoodsOn(fixture: SeedFixture, today: Day) {
  const [shelf] = shelvesOf(fixture)
  if (!shelf || fixture.position !== 1) return []
  let endMm = shelf.widthMm
  return (goods[fixture.chain] ?? []).map(({ label, facings, widthMm, heightMm, depthMm }) => {
    const startMm = endMm - facings * widthMm
    const booking = {
      id: idOf('booking', shelf.id, label),
      shelfId: shelf.id,
      chainId: shelf.chainId,
      label,
      facings,
      stack: 1,
      packWidthMm: widthMm,
      packHeightMm: heightMm,
      packDepthMm: depthMm,
      startMm,
      endMm,
      startsOn: toDate(addDays(today, -120)),
      endsOn: toDate(addDays(today, 240)),
    }
    endMm = startMm
    return booking
  })
}
