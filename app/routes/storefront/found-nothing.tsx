import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import type { Counts } from '#app/domain/search/engine.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { type Choice, catalogueUrl } from '../search-choice.ts'
import { Cards } from './cards.tsx'
import type { FewerFilters } from './fewer-filters.server.ts'
import { SingleWords } from './match-note.tsx'
import { PopularWords } from './popular-words.tsx'

type FoundNothingProps = {
  choice: Choice
  names: FilterNames
  counts: Counts
  lifted: FewerFilters[]
  elsewhere: ProductCard[]
  /** What many look for. */
  sought: string[]
}

/** Nothing found: which filter asks too much, what is near it, and what others take. */
export function FoundNothing({ choice, names, counts, lifted, elsewhere, sought }: FoundNothingProps) {
  const { words } = choice
  const kinds = names.categories.filter(({ slug }) => (counts.categories[slug] ?? 0) > 0)
  return (
    <>
      <div className="empty">
        {lifted.length > 0 ? (
          <>
            <p>
              <strong>{t('shop.filtered_nothing')}</strong>
            </p>
            <p>{t('empty.lift')}</p>
            <Ways ways={lifted} />
          </>
        ) : (
          <>
            <p>
              <strong>{words ? say({ key: 'shop.found_nothing', words }) : t('shop.nothing_here')}</strong>
            </p>
            <SingleWords choice={choice} />
          </>
        )}
        {kinds.length > 0 ? (
          <>
            <p>{t('empty.other_kinds')}</p>
            <Ways
              ways={kinds.map(({ slug, name }) => ({
                name,
                href: catalogueUrl({ ...choice, categories: [slug], after: null }),
                count: counts.categories[slug] ?? 0,
              }))}
            />
          </>
        ) : (
          <>
            <p>{t('empty.kinds')}</p>
            <Ways
              ways={names.categories
                .filter(({ parentSlug }) => !parentSlug)
                .map(({ slug, name }) => ({ name, href: catalogueUrl({ categories: [slug] }) }))}
            />
          </>
        )}
      </div>
      <PopularWords words={sought} />
      {elsewhere.length > 0 && (
        <div className="elsewhere">
          <h2>{t('empty.popular')}</h2>
          <Cards cards={elsewhere} columns={4} />
        </div>
      )}
    </>
  )
}

function Ways({ ways }: { ways: { name: string; href: string; count?: number }[] }) {
  return (
    <ul className="ways">
      {ways.map(({ name, href, count }) => (
        <li key={href}>
          <a className="link" href={href}>
            {name}
          </a>
          {count !== undefined && <span className="numbers"> {count}</span>}
        </li>
      ))}
    </ul>
  )
}
