// Fills an empty database: always with reference data, and where SEED is `demo` with a small believable market.
import { pathToFileURL } from 'node:url'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { addDays, type Day, dayOf } from '#app/platform/calendar.ts'
import { closeDatabase, db } from '#app/platform/db.server.ts'
import { drawPapers, writeApplications } from './seed/applications.ts'
import { products } from './seed/batu/products.ts'
import { proposals } from './seed/batu/proposals.ts'
import { writeCatalogue } from './seed/catalogue.ts'
import { at } from './seed/hours.ts'
import { writeMembers } from './seed/members.ts'
import { placeOrders } from './seed/orders.ts'
import { hashPasswords, writeOrganisations } from './seed/organisations.ts'
import { storePackshots } from './seed/packshots.ts'
import { storePapers, writePapers } from './seed/papers.ts'
import { writePhotos } from './seed/photos.ts'
import { writePricesBefore } from './seed/prices.ts'
import { writeProposals } from './seed/proposals.ts'
import { writeReferenceData } from './seed/reference.ts'
import { writeSearches } from './seed/searches.ts'
import { writeStock } from './seed/stock.ts'
import { writeStores } from './seed/stores.ts'

const drawn = [...products, ...proposals.map(({ village, product }) => ({ ...product, village }))]

/**
 * Writes the reference data, and with `SEED=demo` the demonstration, unless there is an organisation already.
 *
 * Everything is written in one transaction, so an interrupted seeding leaves nothing but pictures, and those are
 * kept by what is in them. Running it again changes nothing.
 */
export async function seed(today: Day = dayOf(new Date())): Promise<void> {
  await writeReferenceData(db)
  if (process.env.SEED !== 'demo') return
  if (await db.organisation.findFirst({ select: { id: true } })) {
    console.log('seed: the database is filled already')
    return
  }
  const began = performance.now()
  const [hashes, proofs, sheets, pictures] = await Promise.all([
    hashPasswords(),
    drawPapers(),
    storePapers(),
    storePackshots(drawn.map((product) => ({ ...product, category: product.range }))),
  ])
  await db.$transaction(
    async (tx) => {
      await writeOrganisations(tx, hashes, today)
      await writePhotos(tx, drawn, pictures, today)
      await writeCatalogue(tx, pictures, today)
      await writePapers(tx, sheets, today)
      await writeMembers(tx, today)
      await writePricesBefore(tx, today)
      await writeStock(tx, today)
      await writeStores(tx, today)
      await placeOrders(tx, today)
      await writeProposals(tx, pictures, today)
      // Everybody has read what is older than yesterday.
      await tx.notice.updateMany({
        where: { toldAt: { lt: at(addDays(today, -1), 0) } },
        data: { readAt: at(today, 0) },
      })
      await writeApplications(tx, proofs, today)
      // The jobs would do it too, but the first page is opened before the worker has come to them.
      await rebuildIndex(tx, at(today, 12))
      await indexNames(tx, at(today, 12))
      await writeSearches(tx, today)
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
  console.log(`seed: a market of ${products.length} products took ${seconds(began)} s`)
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await seed()
  await closeDatabase()
}
