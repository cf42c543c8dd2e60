import type { ReactNode } from 'react'
import type { Batch } from '#app/domain/labels/batch-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { type Day, formatDay } from '#app/platform/calendar.ts'
import { PackImage } from '#app/ui/pack-image.tsx'
import { villageName } from './words.ts'

/** Where a pack comes from, for somebody who holds it: who made it, in which village, which batch, good until when. */
export function BatchFacts({ batch, today }: { batch: Batch; today: Day }) {
  const { product, pack, producer, village, cooperative, code, receivedOn, bestBefore } = batch
  return (
    <article className="batch">
      <figure>
        <PackImage photo={product.photo} alt="" widthMm={pack.widthMm} heightMm={pack.heightMm} isFirst />
      </figure>
      <div>
        <p className="quiet">{t('batch.heading')}</p>
        <h1>{product.name}</h1>
        <table className="facts-table">
          <caption className="visually-hidden">{t('batch.heading')}</caption>
          <tbody>
            <Row name={t('batch.maker')}>
              {producer.hasLeft ? (
                producer.name
              ) : (
                <a className="link" href={paths.producerProfile(producer.slug)}>
                  {producer.name}
                </a>
              )}
            </Row>
            <Row name={t('batch.village')}>
              <a className="link" href={paths.village(village.slug)}>
                {villageName(village)}
              </a>
            </Row>
            <Row name={t('batch.cooperative')}>
              <a className="link" href={paths.cooperativeProfile(cooperative.slug)}>
                {cooperative.name}
              </a>
            </Row>
            <Row name={t('batch.lot')}>{code}</Row>
            <Row name={t('batch.received_on')}>
              <time dateTime={receivedOn}>{formatDay(receivedOn)}</time>
            </Row>
            <Row name={t('batch.best_before')}>
              <strong>
                <time dateTime={bestBefore}>{formatDay(bestBefore)}</time>
              </strong>
              {bestBefore < today && <span className="past"> {t('batch.past')}</span>}
            </Row>
            <Row name={t('batch.content')}>{pack.netContent}</Row>
            <Row name={t('batch.barcode')}>{pack.gtin}</Row>
          </tbody>
        </table>
        {product.isSold ? (
          <p>
            <a className="button main" href={paths.product(product.slug)}>
              {t('batch.see_product')}
            </a>
          </p>
        ) : (
          <p className="quiet">{t('batch.not_sold')}</p>
        )}
      </div>
    </article>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  )
}

type NoBatchProps = {
  why: 'gone' | 'unknown' | 'unknown_lot'
  product: { name: string; slug: string } | null
}

/** Why there is nothing to show, and where to go on. */
export function NoBatch({ why, product }: NoBatchProps) {
  return (
    <section className="lost">
      <h1>{t(`batch.${why}_title`)}</h1>
      <p>{t(`batch.${why}`)}</p>
      <ul>
        <li>
          {product ? (
            <a className="button main" href={paths.product(product.slug)}>
              {say({ key: 'batch.see_named', name: product.name })}
            </a>
          ) : (
            <a className="button main" href={paths.catalogue}>
              {t('shop.lost_catalogue')}
            </a>
          )}
        </li>
      </ul>
    </section>
  )
}
