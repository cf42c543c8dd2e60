import { Link } from '@remix-run/react'
import type { OfferedPack } from '#app/domain/search/trade.ts'
import { type ChainTerms, whyMissed } from '#app/domain/stores/chain-rules.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatNumber, formatPercent, joinUnits } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { PackImage } from '#app/ui/pack-image.tsx'
import { stepText } from './price-steps.tsx'
import { className } from './store-class.ts'

type OfferTableProps = {
  packs: OfferedPack[]
  terms: ChainTerms
  classes: StoreClass[]
  mayPlan: boolean
}

/** What is offered, one row for each pack, drawn at one scale; on a phone each row is a card. */
export function OfferTable({ packs, terms, classes, mayPlan }: OfferTableProps) {
  return (
    <table className="table offers">
      <caption className="visually-hidden">{t('trade.title')}</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('trade.product')}
          </th>
          <th scope="col" className="number">
            {t('trade.wholesale')}
          </th>
          <th scope="col" className="number">
            {t('trade.retail')}
          </th>
          <th scope="col">{t('trade.carton')}</th>
          <th scope="col">{t('trade.stock')}</th>
          <th scope="col">{t('trade.life')}</th>
          <th scope="col">{t('trade.marks')}</th>
        </tr>
      </thead>
      <tbody>
        {packs.map((pack, i) => (
          <OfferRow
            key={pack.variantId}
            pack={pack}
            terms={terms}
            classes={classes}
            mayPlan={mayPlan}
            isFirst={i < 6}
          />
        ))}
      </tbody>
    </table>
  )
}

type OfferRowProps = Omit<OfferTableProps, 'packs'> & { pack: OfferedPack; isFirst: boolean }

function OfferRow({ pack, terms, classes, mayPlan, isFirst }: OfferRowProps) {
  const { variantId, slug, name, widthMm, heightMm, margin } = pack
  return (
    <tr>
      <td className="offer-pack">
        <PackImage
          photo={{ hash: pack.photoHash, isReady: pack.photoIsReady }}
          alt=""
          widthMm={widthMm}
          heightMm={heightMm}
          sizes="72px"
          isFirst={isFirst}
        />
      </td>
      <th scope="row">
        <Link to={paths.product(slug)} reloadDocument>
          {joinUnits(name)}
        </Link>
        <small>{pack.producerName}</small>
        <small>
          <Link to={paths.retail.productPapers(slug)}>{t('certificates.title')}</Link>
        </small>
        <small>
          {pack.villageName}, {pack.cooperativeName}
        </small>
      </th>
      <td className="number" data-label={t('trade.wholesale')}>
        <strong>{formatRupiah(pack.wholesalePrice)}</strong>
        <small>{say({ key: 'trade.a_carton', price: formatRupiah(pack.cartonPrice) })}</small>
        {pack.breaks.map(({ fromCartons, price }) => (
          <small key={fromCartons}>{stepText(fromCartons, price)}</small>
        ))}
      </td>
      <td className="number" data-label={t('trade.retail')}>
        {formatRupiah(pack.retailPrice)}
        <small>
          {say({
            key: 'trade.margin',
            percent: formatPercent(margin.basisPoints),
            amount: formatRupiah(margin.amount),
          })}
        </small>
      </td>
      <td data-label={t('trade.carton')}>
        {say({ key: 'trade.carton_units', units: formatNumber(pack.unitsPerCarton) })}
        <small>{say({ key: 'trade.carton_minimum', count: formatNumber(pack.minCartons) })}</small>
      </td>
      <Stock pack={pack} />
      <Life pack={pack} />
      <td className="marks" data-label={t('trade.marks')}>
        <Marks pack={pack} terms={terms} classes={classes} />
        {mayPlan && (
          <Link className="link small" to={paths.retail.putOnShelf(variantId)}>
            {t('trade.put')}
            <span className="visually-hidden"> {name}</span>
          </Link>
        )}
      </td>
    </tr>
  )
}

function Stock({ pack: { availableCartons, minCartons, leadTimeDays } }: { pack: OfferedPack }) {
  return (
    <td data-label={t('trade.stock')}>
      {availableCartons > 0 ? (
        say({ key: 'trade.stock_cartons', count: formatNumber(availableCartons) })
      ) : (
        <span className="stop">{t('trade.stock_none')}</span>
      )}
      {availableCartons > 0 && availableCartons < minCartons && (
        <small className="wait">{t('trade.stock_below_minimum')}</small>
      )}
      <small>{say({ key: 'trade.ready_in', count: leadTimeDays })}</small>
    </td>
  )
}

function Life({ pack: { shelfLifeDays, life } }: { pack: OfferedPack }) {
  const { mostDays, isShort, leastAsked } = life
  return (
    <td data-label={t('trade.life')}>
      {say({ key: 'trade.life_days', days: formatNumber(shelfLifeDays) })}
      {mostDays === null && isShort && <small className="stop">{t('trade.life_over')}</small>}
      {mostDays !== null && (
        <small className={isShort ? 'stop' : undefined}>
          {isShort
            ? say({
                key: 'trade.life_short',
                days: formatNumber(mostDays),
                asked: formatNumber(leastAsked),
              })
            : say({
                key: 'trade.life_left',
                days: formatNumber(mostDays),
                percent: Math.round((mostDays / shelfLifeDays) * 100),
              })}
        </small>
      )}
    </td>
  )
}

function Marks({ pack, terms, classes }: Pick<OfferRowProps, 'pack' | 'terms' | 'classes'>) {
  const { missed, notReady, readiness, ownStores } = pack
  const isMissed = (slug: string) => missed.some((rule) => rule === slug)
  const lacks = notReady.filter((slug) => !isMissed(slug)).map((slug) => t(`readiness.${slug}`))
  const rest = [
    ...(notReady.length === 0 && classes.length > 0
      ? [say({ key: 'trade.ready_for', classes: classes.map(className).join(', ').toLowerCase() })]
      : []),
    ...(lacks.length > 0 ? [say({ key: 'trade.missing', what: lacks.join(', ').toLowerCase() })] : []),
    ...(ownStores > 0 ? [say({ key: 'trade.in_own_stores', count: ownStores })] : []),
  ]
  const hasRules = terms.requires.length > 0
  return (
    <ul>
      {missed.map((rule) => (
        <li key={rule} className="status stop">
          <Icon name="cross" />
          {say(whyMissed(rule, readiness))}
        </li>
      ))}
      {hasRules && missed.length === 0 && (
        <li className="status ok">
          <Icon name="check" />
          {t('trade.keeps_rules')}
        </li>
      )}
      {rest.length > 0 && <li>{rest.join(', ')}</li>}
    </ul>
  )
}
