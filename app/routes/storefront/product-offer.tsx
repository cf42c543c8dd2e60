import { packName } from '#app/domain/catalogue/pack-name.ts'
import type { ShownPack, ShownProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { unitPrice } from '#app/domain/catalogue/unit-price.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ShareLink } from '../share-link.tsx'
import { certificateName, keepingOf, placesInWords, unbroken, villageName } from './words.ts'

type ProductOfferProps = {
  product: ShownProduct
  pack: ShownPack
  /** Where the site is; null where it does not know, and then nothing can be passed on. */
  origin: string | null
}

/** What it is, who made it, what it costs, and what one can rely on. */
export function ProductOffer({ product, pack, origin }: ProductOfferProps) {
  const { producer, village, cooperative, packs, places } = product
  const amount = unitPrice(pack.price, pack.netContent)
  return (
    <div className="offer">
      <div>
        <h1>{unbroken(packName({ ...pack, name: product.name }))}</h1>
        <p className="origin">
          {t('shop.product_made_by')} <a href={paths.producerProfile(producer.slug)}>{producer.name}</a>{' '}
          {t('shop.product_made_in')} <a href={paths.village(village.slug)}>{villageName(village)}</a>,{' '}
          {t('shop.product_sold_by')}{' '}
          <a href={paths.cooperativeProfile(cooperative.slug)}>{cooperative.name}</a>
        </p>
      </div>
      <div>
        <p className="large-price">{formatRupiah(pack.price)}</p>
        <p className="quiet small">
          {amount &&
            say({ key: 'shop.per_amount', price: formatRupiah(amount.price), amount: amount.amount })}
          {t('shop.tax_included')}
        </p>
      </div>
      {packs.length > 1 && <Packs product={product} pack={pack} />}
      {places.length > 0 && (
        <p>
          <a className="button main" href="#di-rak">
            <Icon name="store" />
            {t('shop.where_action')}
          </a>
        </p>
      )}
      <ul className="facts">
        <li>
          <Icon name="store" />
          <span>{placesInWords(places, cooperative.name, pack.isInStock)}</span>
        </li>
        <Certified product={product} />
        <li>
          <Icon name="clock" />
          <span>{keepingOf(pack.storage, pack.shelfLifeDays)}</span>
        </li>
      </ul>
      {origin && (
        <p>
          <ShareLink
            text={say({
              key: 'share.product',
              name: product.name,
              producer: producer.name,
              url: origin + paths.product(product.slug),
            })}
          />
        </p>
      )}
    </div>
  )
}

function Packs({ product, pack }: { product: ShownProduct; pack: ShownPack }) {
  return (
    <nav aria-label={t('shop.pack')}>
      <ul className="packs-to-choose">
        {product.packs.map(({ id, netContent, price }) => (
          <li key={id}>
            <a href={`?kemasan=${id}`} aria-current={id === pack.id ? 'true' : undefined}>
              <strong>{netContent}</strong>
              <span className="small numbers">{formatRupiah(price)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// A seeded certificate proves nothing, and says so before anything else.
function Certified({ product: { certificates } }: { product: ShownProduct }) {
  const [valid, samples] = [
    certificates.filter((one) => !one.isSample),
    certificates.filter((one) => one.isSample),
  ]
  const names = (list: typeof certificates) => list.map(({ kind }) => certificateName(kind)).join(', ')
  return (
    <>
      {valid.length > 0 && (
        <li>
          <Icon name="check" />
          <span>
            {names(valid)}, <a href="#keterangan">{t('shop.see_numbers')}</a>
          </span>
        </li>
      )}
      {samples.length > 0 && (
        <li>
          <Icon name="lock" />
          <span>{say({ key: 'shop.certified_sample', names: names(samples) })}</span>
        </li>
      )}
    </>
  )
}
