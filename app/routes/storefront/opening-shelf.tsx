import type { ShelfPack } from '#app/domain/catalogue/card-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { PackImage } from '#app/ui/pack-image.tsx'

type OpeningShelfProps = { packs: ShelfPack[]; villages: number; products: number; place: string }

/** Wide and narrow by turns, so that a row of packs has a rhythm. */
function mixed(packs: ShelfPack[]): ShelfPack[] {
  const narrowFirst = packs.toSorted((a, b) => a.widthMm * a.heightMm - b.widthMm * b.heightMm)
  const half = Math.ceil(packs.length / 2)
  const [narrow, wide] = [narrowFirst.slice(0, half), narrowFirst.slice(half)]
  return narrow.flatMap((pack, i) => [...wide.slice(i, i + 1), pack])
}

/** What the shop is, beside packs on a board, all to one scale. */
export function OpeningShelf({ packs, villages, products, place }: OpeningShelfProps) {
  return (
    <section className="opening" aria-label={t('shop.home_shelf')}>
      <div className="opening-words">
        <h1>{say({ key: 'shop.home_heading', count: villages })}</h1>
        <p className="intro">{say({ key: 'shop.home_intro', place })}</p>
        <p className="actions">
          <a className="button main" href={paths.catalogue}>
            {say({ key: 'shop.home_all', count: products })}
          </a>
          <a className="link" href={paths.stores}>
            {t('shop.home_find_store')}
          </a>
        </p>
      </div>
      <ul className="packs" aria-label={say({ key: 'shop.home_shelf_list', count: packs.length })}>
        {mixed(packs).map((pack, i) => (
          <li key={pack.slug}>
            <a href={paths.product(pack.slug)}>
              <PackImage
                photo={{ hash: pack.photoHash, isReady: pack.photoIsReady }}
                alt={`${pack.name}, ${pack.villageName}`}
                widthMm={pack.widthMm}
                heightMm={pack.heightMm}
                sizes="(min-width: 60rem) 220px, 160px"
                isFirst={i < 5}
              />
              <span className="price numbers">{formatRupiah(pack.price)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="floor">
        <span>{t('shop.home_scale')}</span>
      </p>
    </section>
  )
}
