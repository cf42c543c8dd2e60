import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { officerOf } from './actors.ts'
import { cooperativeOf } from './batu/places.ts'
import { proposals, type SeedProposal } from './batu/proposals.ts'
import { producerId } from './catalogue.ts'
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
}

function typed({ village, producer, product }: SeedProposal, pictures: Map<string, Packshots>) {
  const picture = pictures.get(product.name)
  if (!picture) throw new Error(`No picture of ${product.name}`)
  const { name, story, category, retailPrice } = product
  const draft = {
    proposalId: idOf('proposal', name),
    version: 0,
    producerId: producerId(producer),
    photoId: photoId(village, picture.front.hash),
    name,
    retailPrice,
    brand: '',
    story,
    stackable: false,
  }
  return { draft, complete: { ...variantOf(product), categorySlug: category } }
}
