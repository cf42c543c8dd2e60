import type { ReactNode } from 'react'
import type { ShownPack, ShownProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { certificateName, keepingOf } from './words.ts'

/** What is known of it in numbers, as a plain table. */
export function ProductNumbers({ product, pack }: { product: ShownProduct; pack: ShownPack }) {
  const { brand, certificates } = product
  const { gtin, gtinKind, netContent, widthMm, heightMm, depthMm } = pack
  return (
    <table className="facts-table">
      <caption className="visually-hidden">{t('shop.numbers')}</caption>
      <tbody>
        {brand && <Row name={t('shop.number_brand')}>{brand}</Row>}
        <Row name={t('shop.number_content')}>{netContent}</Row>
        <Row name={t('shop.number_measure')}>
          {formatNumber(widthMm)} × {formatNumber(heightMm)} × {formatMm(depthMm)}
        </Row>
        <Row name={t('shop.number_keeps')}>{keepingOf(pack.storage, pack.shelfLifeDays)}</Row>
        {certificates.map((certificate) => (
          <Row key={certificate.kind} name={certificateName(certificate.kind)}>
            {numberOf(certificate)}
          </Row>
        ))}
        <Row name={t('shop.number_barcode')}>
          {gtinKind === 'in_store' ? say({ key: 'shop.number_in_store', gtin }) : gtin}
        </Row>
        <Row name={t('shop.number_carton')}>
          {say({ key: 'shop.number_pieces', count: formatNumber(pack.unitsPerCarton) })}
        </Row>
      </tbody>
    </table>
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

function numberOf({ number, expiresOn, isSample }: ShownProduct['certificates'][number]): string {
  if (isSample) return t('shop.certificate_sample')
  return expiresOn ? say({ key: 'shop.certificate_until', number, day: formatDay(expiresOn) }) : number
}
