import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { searchForBuyer } from '#app/domain/search/search-for-buyer.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import catalogueUrl from '#app/styles/catalogue.css?url'
import tradeStylesUrl from '#app/styles/retail-catalogue.css?url'
import { Icon } from '#app/ui/icon.tsx'
import { optionsOf } from '../search/facet-options.ts'
import { OfferTable } from './offer-table.tsx'
import { RulesBand } from './rules-band.tsx'
import { tradeChipsOf } from './trade-chips.ts'
import { readTradeChoice, tradeUrl, withoutFilters } from './trade-choice.ts'
import { TradeFilters, TradeSearch } from './trade-filters.tsx'
import { TradePages, TradeSort } from './trade-links.tsx'
import { leftOutNote, nothingNote } from './trade-notes.ts'

const pageSize = 24

export const meta: MetaFunction = () => [{ title: `${t('trade.title')} | ${t('app.name')}` }]
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: catalogueUrl },
  { rel: 'stylesheet', href: tradeStylesUrl },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  const asked = readTradeChoice(new URL(request.url).searchParams)
  const { words, sort, after, near: _, keepsRules, cartonsInStock, leastLifePercent, ...filters } = asked
  const wishes = { keepsRules, cartonsInStock, leastLifePercent }
  const query = { words, sort, after, filters, wishes, limit: pageSize }
  const found = await orErrorPage(searchForBuyer(db, buyer, query, new Date()))
  return { ...found, choice: { ...asked, ...found.filters }, mayPlan: may(buyer, 'shelf.plan') }
}

export default function RetailCatalogue() {
  const { choice, packs, counts, names, terms, classes, match, isLimited, isLeftOut, next, mayPlan } =
    useLoaderData<typeof loader>()
  const chips = tradeChipsOf(choice, names)
  const found = { shown: packs.length, total: counts.total, words: choice.words, next, isLeftOut }
  const nothing = nothingNote(found)
  const leftOut = leftOutNote(found)
  return (
    <main className="catalogue trade">
      <div className="catalogue-head" id="hasil">
        <h1>
          {t('trade.title')} <span>{say({ key: 'trade.count', count: formatNumber(counts.total) })}</span>
        </h1>
        <TradeSearch choice={choice} />
        <RulesBand choice={choice} terms={terms} />
        {isLimited && <p className="quiet">{t('shop.search_limited')}</p>}
        {match.kind === 'respelt' && (
          <p className="match">{say({ key: 'shop.respelt', typed: choice.words, words: match.words })}</p>
        )}
        {match.kind === 'partly' && <p className="match">{t('shop.partly')}</p>}
        {chips.length > 0 && (
          <ul className="chips">
            {chips.map(({ key, name, without }) => (
              <li key={key}>
                <Link
                  className="chip"
                  to={tradeUrl(without)}
                  aria-label={say({ key: 'shop.filter_remove', name })}
                >
                  <span>{name}</span> <Icon name="cross" />
                </Link>
              </li>
            ))}
            <li>
              <Link className="link small" to={tradeUrl(withoutFilters(choice))}>
                {t('shop.filter_clear')}
              </Link>
            </li>
          </ul>
        )}
        <a className="button second open-sheet" href="#saring">
          <Icon name="filter" />
          {chips.length > 0 ? say({ key: 'shop.filter_count', count: chips.length }) : t('shop.filter')}
        </a>
        <TradeSort choice={choice} />
      </div>
      <TradeFilters key={tradeUrl(choice)} choice={choice} options={optionsOf(choice, names, counts)} />
      <section className="results" aria-label={t('shop.results')}>
        {nothing ? (
          <div className="empty">
            <p>
              <strong>{nothing.title}</strong>
            </p>
            {!next && choice.keepsRules && terms.requires.length > 0 && (
              <p>
                {t('trade.found_nothing_rules')}{' '}
                <Link className="link" to={tradeUrl({ ...choice, keepsRules: false, after: null })}>
                  {t('trade.rules_show_all')}
                </Link>
              </p>
            )}
            <p>{nothing.help}</p>
          </div>
        ) : (
          <OfferTable packs={packs} terms={terms} classes={classes} mayPlan={mayPlan} />
        )}
        {leftOut && <p className="quiet small">{leftOut}</p>}
        <TradePages choice={choice} next={next} />
      </section>
    </main>
  )
}
