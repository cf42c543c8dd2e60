import { say, t } from '#app/messages/say.ts'
import { formatNumber } from '#app/platform/measure.ts'

type Found = { shown: number; total: number; words: string; next: string | null; isLeftOut: boolean }

/** What a page without products says: nothing is there, or nothing among those that were looked at so far. */
export function nothingNote({ shown, words, next }: Found): { title: string; help: string } | null {
  if (shown > 0) return null
  if (next) return { title: t('trade.nothing_yet'), help: t('trade.nothing_yet_help') }
  return {
    title: words ? say({ key: 'trade.found_nothing_words', words }) : t('trade.found_nothing'),
    help: t('trade.found_nothing_help'),
  }
}

/** Why fewer are shown than the title counts: only the database knows today's stock, lots and papers. */
export function leftOutNote({ total, isLeftOut }: Found): string | null {
  return isLeftOut ? say({ key: 'trade.some_left_out', count: formatNumber(total) }) : null
}
