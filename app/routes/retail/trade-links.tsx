import { Link } from '@remix-run/react'
import { t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import { sorts } from '../search-choice.ts'
import { type TradeChoice, tradeUrl } from './trade-choice.ts'

const sortNames = {
  fitting: 'shop.sort_fitting',
  newest: 'shop.sort_newest',
  cheapest: 'shop.sort_cheapest',
  dearest: 'shop.sort_dearest',
  popular: 'shop.sort_popular',
} as const satisfies Record<TradeChoice['sort'], string>

/** In which order products come; prices are retail, as in the index that everybody searches. */
export function TradeSort({ choice }: { choice: TradeChoice }) {
  const offered = choice.words ? sorts : sorts.filter((sort) => sort !== 'fitting')
  const current = !choice.words && choice.sort === 'fitting' ? 'newest' : choice.sort
  return (
    <nav className="sort" aria-label={t('shop.sort')}>
      <ul>
        {offered.map((sort) => (
          <li key={sort}>
            <Link
              to={tradeUrl({ ...choice, sort, after: null })}
              aria-current={sort === current ? 'true' : undefined}
            >
              {t(sortNames[sort])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way to the next products, and back to the first. */
export function TradePages({ choice, next }: { choice: TradeChoice; next: string | null }) {
  if (!next && !choice.after) return null
  return (
    <p className="pages">
      {choice.after && (
        <Link className="link" to={tradeUrl({ ...choice, after: null })}>
          {t('shop.first_page')}
        </Link>
      )}
      {next && (
        <Link className="button second" to={tradeUrl({ ...choice, after: next })} rel="next">
          {t('shop.next_page')}
          <Icon name="forward" />
        </Link>
      )}
    </p>
  )
}
