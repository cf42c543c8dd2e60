import { t } from '#app/messages/say.ts'
import { type Choice, sorts } from '../search-choice.ts'

const names = {
  fitting: 'shop.sort_fitting',
  newest: 'shop.sort_newest',
  cheapest: 'shop.sort_cheapest',
  dearest: 'shop.sort_dearest',
  popular: 'shop.sort_popular',
} as const satisfies Record<Sort, string>

type Sort = Choice['sort']

/** In which orders products may come, and in which they come. Without words nothing fits better than anything else; the newest come first. */
export function sortOptions({ words, sort }: Pick<Choice, 'words' | 'sort'>) {
  const offered = words ? sorts : sorts.filter((one) => one !== 'fitting')
  const current = !words && sort === 'fitting' ? 'newest' : sort
  return {
    options: offered.map((one) => ({ sort: one, name: t(names[one]), isCurrent: one === current })),
    current: t(names[current]),
  }
}
