import { facets } from '#app/domain/search/engine.ts'
import { type Answer, countCatalogue } from '#app/domain/search/search-catalogue.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { chipsOf } from '../search/chips.ts'
import { type Choice, catalogueUrl, questionOf, unfiltered } from '../search-choice.ts'

/** The choice with fewer filters: what is let go, where that leads, and how much it finds. */
export type FewerFilters = { name: string; href: string; count: number }

/**
 * What letting one filter go would find, and what all of them; only what then finds something, the closest first. Each is
 * a search of its own that anybody can cause, so no more are made than these two: the counts, which do not mind the filter
 * they are of, tell which one is worth it.
 */
export async function listFewerFilters(
  { names, nearby, counts }: Pick<Answer, 'names' | 'nearby' | 'counts'>,
  choice: Choice,
  at: Date,
): Promise<FewerFilters[]> {
  const chips = chipsOf(choice, names, nearby)
  const leaving = facets.filter((facet) => Object.values(counts[facet]).some((count) => count > 0))
  const one = chips.find(({ key }) => leaving.some((facet) => key.startsWith(`${facet} `))) ?? chips[0]
  if (!one) return []
  const ways = [{ name: say({ key: 'empty.lift_one', name: one.name }), without: one.without }]
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
