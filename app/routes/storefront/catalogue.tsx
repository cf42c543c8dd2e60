import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPopular } from '#app/domain/demand/queries.server.ts'
import { findNames } from '#app/domain/names/find-names.server.ts'
import { placeKinds } from '#app/domain/names/rules.ts'
import { marker } from '#app/domain/search/highlight.ts'
import { listPopularCards, searchCatalogue } from '#app/domain/search/search-catalogue.server.ts'
import { say, t } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Icon } from '#app/ui/icon.tsx'
import { answersPerMinute } from '../api/limited.server.ts'
import { chipsOf } from '../search/chips.ts'
import { optionsOf } from '../search/facet-options.ts'
import { catalogueUrl, choiceOf, isPersonal, questionOf, readChoice } from '../search-choice.ts'
import { Cards } from './cards.tsx'
import { ChipList } from './chip-list.tsx'
import { listFewerFilters } from './fewer-filters.server.ts'
import { FilterForm } from './filters.tsx'
import { FoundNothing } from './found-nothing.tsx'
import { headTags } from './head.ts'
import { MatchNote } from './match-note.tsx'
import { NearBand } from './near-band.tsx'
import { Pages } from './pages.tsx'
import { PlacesFound } from './places-found.tsx'
import { cacheOf, publicOrigin } from './public.server.ts'
import { SortLinks } from './sort-links.tsx'

const pageSize = 24
const popular = 4
const popularWords = 6
const mostPlaces = 4

/** A town behind one address looks for things too; browsing, and what comes from memory, is not counted. */
const limited = answersPerMinute(240)

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const at = new Date()
  const question = readChoice(new URL(request.url).searchParams)
  const wait = question.words ? await limited(context) : null
  if (wait !== null)
    throw data(wait, { status: 429, headers: { 'Retry-After': String(wait * 60), ...cacheOf(true) } })
  const { asked, ...found } = await searchCatalogue(db, questionOf(question, pageSize), at)
  const choice = choiceOf(asked)
  const { words, near } = choice
  const hasNothing = found.cards.length === 0
  const head = {
    title: words ? say({ key: 'shop.catalogue_title_words', words }) : t('shop.catalogue_title'),
    description: say({ key: 'shop.catalogue_description', count: found.counts.total }),
    // Where somebody is goes into no address that others are told.
    path: catalogueUrl({ ...choice, sort: 'fitting', after: null, near: isPersonal(choice) ? null : near }),
    origin: publicOrigin(),
    imageHash: found.cards[0]?.photoHash,
  }
  const lifted = hasNothing ? await listFewerFilters(found, choice, at) : []
  const elsewhere = hasNothing ? await listPopularCards(db, popular, at) : []
  const [places, sought] = await Promise.all([
    found.isPlain && asked.after === null
      ? findNames(db, words, { kinds: placeKinds, perKind: 2, limit: mostPlaces })
      : [],
    hasNothing ? listPopular(db, dayOf(at), popularWords) : [],
  ])
  return data(
    { head, choice, lifted, elsewhere, places, sought, ...found },
    { headers: cacheOf(isPersonal(question) || found.isLimited) },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Catalogue() {
  const {
    choice,
    names,
    cards,
    counts,
    match,
    next,
    nearby,
    marked,
    lifted,
    elsewhere,
    places,
    sought,
    isLimited,
  } = useLoaderData<typeof loader>()
  const chips = chipsOf(choice, names, nearby)
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
        {isLimited && <p className="quiet">{t('shop.search_limited')}</p>}
        {canBeNarrowed && (
          <>
            <a className="button second open-sheet" href="#saring">
              <Icon name="filter" />
              {chips.length > 0 ? say({ key: 'shop.filter_count', count: chips.length }) : t('shop.filter')}
            </a>
            <SortLinks choice={choice} />
          </>
        )}
        <PlacesFound places={places} words={choice.words} />
        <MatchNote match={match} choice={choice} />
        <ChipList chips={chips} choice={choice} />
      </div>
      {canBeNarrowed && (
        <FilterForm
          choice={choice}
          names={names}
          options={optionsOf(choice, names, counts, nearby)}
          place={nearby?.place ?? null}
          cheapest={counts.cheapest}
          dearest={counts.dearest}
        />
      )}
      <section className="results" aria-label={t('shop.results')}>
        {nearby && <NearBand nearby={nearby} choice={choice} found={counts.stores} />}
        {cards.length > 0 ? (
          <Cards cards={cards} level={2} columns={4} isFirst mark={marker(marked)} />
        ) : (
          <FoundNothing
            choice={choice}
            names={names}
            counts={counts}
            lifted={lifted}
            elsewhere={elsewhere}
            sought={sought}
          />
        )}
        <Pages choice={choice} next={next} />
      </section>
    </div>
  )
}
