import { Link } from '@remix-run/react'
import { t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import { sortOptions } from '../search/sort-options.ts'
import { type TradeChoice, tradeUrl } from './trade-choice.ts'

/** In which order products come; prices are retail, as in the index that everybody searches. */
export function TradeSort({ choice }: { choice: TradeChoice }) {
  return (
    <nav className="sort" aria-label={t('shop.sort')}>
      <ul>
        {sortOptions(choice).options.map(({ sort, name, isCurrent }) => (
          <li key={sort}>
            <Link
              to={tradeUrl({ ...choice, sort, after: null })}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {name}
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
