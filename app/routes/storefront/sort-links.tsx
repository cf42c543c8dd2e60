import { t } from '#app/messages/say.ts'
import { type Choice, catalogueUrl, sorts } from '../search-choice.ts'

const sortNames = {
  fitting: 'shop.sort_fitting',
  newest: 'shop.sort_newest',
  cheapest: 'shop.sort_cheapest',
  dearest: 'shop.sort_dearest',
  popular: 'shop.sort_popular',
} as const satisfies Record<Choice['sort'], string>

/** In which order products come: beside each other where there is room, otherwise in a menu. */
export function SortLinks({ choice }: { choice: Choice }) {
  // Without words nothing fits better than anything else; the newest come first.
  const offered = choice.words ? sorts : sorts.filter((sort) => sort !== 'fitting')
  const current = !choice.words && choice.sort === 'fitting' ? 'newest' : choice.sort
  const links = (
    <ul>
      {offered.map((sort) => (
        <li key={sort}>
          <a
            href={catalogueUrl({ ...choice, sort, after: null })}
            aria-current={sort === current ? 'true' : undefined}
          >
            {t(sortNames[sort])}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <nav className="sort" aria-label={t('shop.sort')}>
        {links}
      </nav>
      <details className="sort-menu">
        <summary className="button second">
          <span className="visually-hidden">{t('shop.sort')}: </span>
          {t(sortNames[current])}
        </summary>
        <nav aria-label={t('shop.sort')}>{links}</nav>
      </details>
    </>
  )
}
