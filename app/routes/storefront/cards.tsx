import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import type { Piece } from '#app/domain/search/highlight.ts'
import type { FoundCard } from '#app/domain/search/search-catalogue.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { ProductBoard } from '#app/ui/product-board.tsx'
import { Marked } from '../search/marked.tsx'
import { keepingOf, unbroken, whereIs } from './words.ts'

type CardsProps = {
  cards: (ProductCard | FoundCard)[]
  level?: 2 | 3
  columns?: 4 | 6
  isFirst?: boolean
  /** The second line says how it keeps rather than where it is. */
  showsKeeping?: boolean
  /** Marks the words that were sought. */
  mark?: (text: string) => Piece[]
}

/** Products as they are shown everywhere in the storefront. */
export function Cards({
  cards,
  level = 3,
  columns = 6,
  isFirst = false,
  showsKeeping = false,
  mark,
}: CardsProps) {
  return (
    <ProductBoard
      level={level}
      columns={columns}
      isFirst={isFirst}
      products={cards.map((card) => {
        const isSoldOut = !card.isInStock && card.stores === 0
        return {
          key: card.slug,
          href: paths.product(card.slug),
          name: mark ? <Marked pieces={mark(unbroken(card.name))} /> : unbroken(card.name),
          price: formatRupiah(card.price),
          priceNote: isSoldOut
            ? t('shop.sold_out')
            : card.packs > 1
              ? say({ key: 'shop.packs', count: card.packs })
              : undefined,
          lines: [
            mark ? <Origin key="origin" card={card} mark={mark} /> : card.villageName,
            showsKeeping ? keepingOf(card.storage, card.shelfLifeDays) : whereIs(card),
          ],
          photo: { hash: card.photoHash, isReady: card.photoIsReady },
          widthMm: card.widthMm,
          heightMm: card.heightMm,
          isSoldOut,
        }
      })}
    />
  )
}

/** The village, and the producer where it was found by its name. */
function Origin({ card, mark }: { card: ProductCard; mark: (text: string) => Piece[] }) {
  const producer = mark(card.producerName)
  return (
    <>
      {producer.some(({ isSought }) => isSought) && (
        <>
          <Marked pieces={producer} />,{' '}
        </>
      )}
      <Marked pieces={mark(card.villageName)} />
    </>
  )
}
