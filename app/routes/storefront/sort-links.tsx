import { t } from '#app/messages/say.ts'
import { sortOptions } from '../search/sort-options.ts'
import { type Choice, catalogueUrl } from '../search-choice.ts'

/** In which order products come: beside each other where there is room, otherwise in a menu. */
export function SortLinks({ choice }: { choice: Choice }) {
  const { options, current } = sortOptions(choice)
  const links = (
    <ul>
      {options.map(({ sort, name, isCurrent }) => (
        <li key={sort}>
          <a
            href={catalogueUrl({ ...choice, sort, after: null })}
            aria-current={isCurrent ? 'true' : undefined}
          >
            {name}
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
          {current}
        </summary>
        <nav aria-label={t('shop.sort')}>{links}</nav>
      </details>
    </>
  )
}
