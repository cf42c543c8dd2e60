import { type Answer, countCatalogue } from '#app/domain/search/search-catalogue.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { chipsOf } from '../search/chips.ts'
import { type Choice, catalogueUrl, questionOf, unfiltered } from '../search-choice.ts'

/** The choice with fewer filters: what is let go, where that leads, and how much it finds. */
export type FewerFilters = { name: string; href: string; count: number }

const mostTried = 4

/** What each filter alone is to blame for, and all of them; only what then finds something, the closest first. */
export async function listFewerFilters(
  { names, nearby }: Pick<Answer, 'names' | 'nearby'>,
  choice: Choice,
  at: Date,
): Promise<FewerFilters[]> {
  const chips = chipsOf(choice, names, nearby)
  const ways = chips
    .slice(0, mostTried)
    .map(({ name, without }) => ({ name: say({ key: 'empty.lift_one', name }), without }))
  if (chips.length > 1) ways.push({ name: t('empty.lift_all'), without: unfiltered(choice) })
  const counted = await Promise.all(
    ways.map(async ({ name, without }) => ({
      name,
      href: catalogueUrl(without),
      count: await countCatalogue(db, questionOf(without, 1), at),
    })),
  )
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count)
}
