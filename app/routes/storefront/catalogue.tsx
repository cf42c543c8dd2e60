import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFilterNames, searchProducts } from '#app/domain/search/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Icon } from '#app/ui/icon.tsx'
import { type Choice, catalogueUrl, narrowest, readChoice, sorts, unfiltered } from '../search-choice.ts'
import { Cards } from './cards.tsx'
import { chipsOf, optionsOf } from './filter-options.ts'
import { FilterForm } from './filters.tsx'
import { headTags } from './head.ts'
import { FoundNothing, MatchNote } from './match-note.tsx'
import { publicOrigin, publicPage } from './public.server.ts'

const pageSize = 24

export const headers = () => publicPage

export async function loader({ request }: LoaderFunctionArgs) {
  const names = await listFilterNames(db)
  const asked = readChoice(new URL(request.url).searchParams)
  const choice = { ...asked, categories: narrowest(asked.categories, names.categories) }
  const { words, sort, after, ...filters } = choice
  const found = await searchProducts(db, { words, sort, after, filters, limit: pageSize }, new Date())
  const head = {
    title: words ? say({ key: 'shop.catalogue_title_words', words }) : t('shop.catalogue_title'),
    description: say({ key: 'shop.catalogue_description', count: found.counts.total }),
    path: catalogueUrl({ ...choice, sort: 'fitting', after: null }),
    origin: publicOrigin(),
    imageHash: found.cards[0]?.photoHash,
  }
  return { head, choice, names, ...found }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Catalogue() {
  const { choice, names, cards, counts, match, next } = useLoaderData<typeof loader>()
  const options = optionsOf(choice, names, counts)
  const chips = chipsOf(choice, names)
  const canBeNarrowed = counts.total > 0 || chips.length > 0
  return (
    <div className="catalogue">
      <div className="catalogue-head" id="hasil">
        <h1>
          {choice.words || t('shop.catalogue_title')}{' '}
          <span>
            {choice.words
              ? say({ key: 'shop.count_products', count: formatNumber(counts.total) })
              : formatNumber(counts.total)}
          </span>
        </h1>
        <MatchNote match={match} typed={choice.words} />
        {canBeNarrowed && (
          <>
            <a className="button second open-sheet" href="#saring">
              <Icon name="filter" />
              {chips.length > 0 ? say({ key: 'shop.filter_count', count: chips.length }) : t('shop.filter')}
            </a>
            <SortLinks choice={choice} />
          </>
        )}
        {chips.length > 0 && (
          <ul className="chips">
            {chips.map(({ key, name, without }) => (
              <li key={key}>
                <a className="chip" href={without} aria-label={say({ key: 'shop.filter_remove', name })}>
                  {name} <Icon name="cross" />
                </a>
              </li>
            ))}
            <li>
              <a className="link small" href={catalogueUrl(unfiltered(choice))}>
                {t('shop.filter_clear')}
              </a>
            </li>
          </ul>
        )}
      </div>
      {canBeNarrowed && (
        <FilterForm choice={choice} options={options} cheapest={counts.cheapest} dearest={counts.dearest} />
      )}
      <section className="results" aria-label={t('shop.results')}>
        {cards.length > 0 ? (
          <Cards cards={cards} level={2} columns={4} isFirst />
        ) : (
          <FoundNothing words={choice.words} isFiltered={chips.length > 0} categories={names.categories} />
        )}
        <Pages choice={choice} next={next} />
      </section>
    </div>
  )
}

const sortNames = {
  fitting: 'shop.sort_fitting',
  newest: 'shop.sort_newest',
  cheapest: 'shop.sort_cheapest',
  dearest: 'shop.sort_dearest',
  popular: 'shop.sort_popular',
} as const satisfies Record<Choice['sort'], string>

function SortLinks({ choice }: { choice: Choice }) {
  // Without words nothing fits better than anything else; the newest come first.
  const offered = choice.words ? sorts : sorts.filter((sort) => sort !== 'fitting')
  const current = !choice.words && choice.sort === 'fitting' ? 'newest' : choice.sort
  return (
    <nav className="sort" aria-label={t('shop.sort')}>
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
    </nav>
  )
}

function Pages({ choice, next }: { choice: Choice; next: string | null }) {
  if (!next && !choice.after) return null
  return (
    <p className="pages">
      {choice.after && (
        <a className="link" href={catalogueUrl({ ...choice, after: null })}>
          {t('shop.first_page')}
        </a>
      )}
      {next && (
        <a className="button second" href={catalogueUrl({ ...choice, after: next })} rel="next">
          {t('shop.next_page')}
          <Icon name="forward" />
        </a>
      )}
    </p>
  )
}
