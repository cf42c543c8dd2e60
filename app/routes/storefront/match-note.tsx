import type { Match } from '#app/domain/search/engine.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { catalogueUrl } from '../search-choice.ts'

/** Says when something else was looked for than what was typed. */
export function MatchNote({ match, typed }: { match: Match; typed: string }) {
  if (match.kind === 'exactly') return null
  return (
    <p className="match">
      {match.kind === 'partly' ? t('shop.partly') : say({ key: 'shop.respelt', typed, words: match.words })}
    </p>
  )
}

type FoundNothingProps = { words: string; isFiltered: boolean; categories: FilterNames['categories'] }

/** Nothing found: what was asked too much, and another way in. */
export function FoundNothing({ words, isFiltered, categories }: FoundNothingProps) {
  if (isFiltered)
    return (
      <div className="empty">
        <p>
          <strong>{t('shop.filtered_nothing')}</strong>
        </p>
        <p>{t('shop.filtered_nothing_help')}</p>
      </div>
    )
  return (
    <div className="empty">
      <p>
        <strong>{words ? say({ key: 'shop.found_nothing', words }) : t('shop.nothing_here')}</strong>
      </p>
      {words && <p>{t('shop.found_nothing_help')}</p>}
      <ul className="ways">
        {categories
          .filter(({ parentSlug }) => !parentSlug)
          .map(({ slug, name }) => (
            <li key={slug}>
              <a className="link" href={catalogueUrl({ categories: [slug] })}>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </div>
  )
}
