import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import { t } from '#app/messages/say.ts'
import { catalogueUrl } from '../search-choice.ts'
import { Aisle } from './aisle.tsx'
import { Cards } from './cards.tsx'

type MakersGoodsProps = { heading: string; cards: ProductCard[]; words: string }

/** What somebody makes; all of it, or the way to the rest. */
export function MakersGoods({ heading, cards, words }: MakersGoodsProps) {
  if (cards.length === 0)
    return (
      <section className="part">
        <p className="empty">{t('shop.nothing_here')}</p>
      </section>
    )
  return (
    <Aisle
      isWide
      heading={heading}
      {...(cards.length >= 48 && { more: t('shop.lost_catalogue'), to: catalogueUrl({ words }) })}
    >
      <Cards cards={cards} />
    </Aisle>
  )
}
