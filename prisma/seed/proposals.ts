import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { officerOf } from './actors.ts'
import { cooperativeOf } from './batu/places.ts'
import { categoryOf, products } from './batu/products.ts'
import { priceChange, proposals, type SeedProposal } from './batu/proposals.ts'
import { makerOf, pictureOf, producerId, productId } from './catalogue.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import type { Packshots } from './packshots.ts'
import { photoId } from './photos.ts'
import { variantOf } from './variant.ts'

/** Proposes what the seed proposes, as an officer would: one draft, and some that wait. */
export async function writeProposals(tx: Db, pictures: Map<string, Packshots>, today: Day): Promise<void> {
  for (const proposal of proposals) {
    const { village, hour, isDraft } = proposal
    const officer = officerOf(cooperativeOf(village).slug)
    const when = at(addDays(today, -1), hour)
    const { draft, complete } = typed(proposal, pictures)
    if (isDraft) await saveProposal(tx, officer, draft, when)
    else await submitProposal(tx, officer, { ...draft, ...complete }, when)
  }
  await proposePrice(tx, pictures, today)
}

function typed({ village, producer, product }: SeedProposal, pictures: Map<string, Packshots>) {
  const { name, story, category, retailPrice } = product
  const draft = {
    proposalId: idOf('proposal', name),
    version: 0,
    producerId: producerId(producer),
    photoId: photoId(village, pictureOf(pictures, name).front.hash),
    name,
    retailPrice,
    brand: '',
    story,
    stackable: false,
  }
  return { draft, complete: { ...variantOf(product), categorySlug: category } }
}

async function proposePrice(tx: Db, pictures: Map<string, Packshots>, today: Day): Promise<void> {
  const product = products.find(({ name }) => name === priceChange.product)
  if (!product) throw new Error(`No product is called ${priceChange.product}`)
  const { name, village } = product
  const { producer, story } = makerOf(name)
  const { draft, complete } = typed(
    {
      village,
      producer,
      hour: priceChange.hour,
      product: { ...product, story, category: categoryOf(product) },
    },
    pictures,
  )
  const changed = { ...draft, ...complete, productId: productId(name), retailPrice: priceChange.retailPrice }
  const officer = officerOf(cooperativeOf(village).slug)
  await submitProposal(tx, officer, changed, at(addDays(today, -1), priceChange.hour))
}
