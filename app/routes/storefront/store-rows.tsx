import type { StoreInList } from '#app/domain/stores/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatDistance } from '#app/platform/distance.ts'
import { StandingShelf } from './standing-shelf.tsx'

/** Stores, each with the board on which most of our goods stand. */
export function StoreRows({ stores }: { stores: (StoreInList & { km?: number })[] }) {
  if (stores.length === 0) return <p className="empty">{t('shop.stores_none')}</p>
  return (
    <ul className="store-rows">
      {stores.map(({ slug, name, chainName, address, hours, products, board, km }) => (
        <li key={slug}>
          <div>
            <h3>
              <a href={paths.store(slug)}>{name}</a>
            </h3>
            <p>
              {km === undefined
                ? chainName
                : say({ key: 'near.row', chain: chainName, distance: formatDistance(km) })}
            </p>
            <p>{say({ key: 'shop.store_hours', address, hours })}</p>
            <p>
              {products > 0 ? say({ key: 'shop.store_products', count: products }) : t('shop.store_empty')}
            </p>
          </div>
          {board && (
            <>
              <StandingShelf
                title={say({ key: 'shop.store_board', name, count: board.items.length })}
                shelves={[board]}
              />
              <a className="link" href={paths.store(slug)} aria-label={`${t('shop.store_open')}: ${name}`}>
                {t('shop.store_open')}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
