import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsBeside } from '#app/domain/catalogue/card-queries.server.ts'
import { requireProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { catalogueUrl } from '../search-choice.ts'
import { Aisle } from './aisle.tsx'
import { Cards } from './cards.tsx'
import { Crumbs } from './crumbs.tsx'
import { headTags } from './head.ts'
import { Pictures } from './pictures.tsx'
import { ProductNumbers } from './product-numbers.tsx'
import { ProductOffer } from './product-offer.tsx'
import { productParams } from './product-params.ts'
import { ProductPlaces } from './product-places.tsx'
import { publicOrigin, publicPage, slugOf } from './public.server.ts'
import { placesInWords, villageName } from './words.ts'

export const headers = () => publicPage

export async function loader({ request, params }: LoaderFunctionArgs) {
  const today = dayOf(new Date())
  const slug = slugOf(params)
  const chosen = productParams(new URL(request.url).searchParams)
  const [product, beside] = await Promise.all([
    orErrorPage(requireProduct(db, slug, today, chosen.store)),
    listCardsBeside(db, today, slug, 6),
  ])
  const pack = product.packs.find(({ id }) => id === chosen.pack) ?? product.packs[0]
  if (!pack) throw new Error(`product ${slug} has no pack`)
  const head = {
    title: product.name,
    description: say({
      key: 'shop.product_description',
      name: product.name,
      village: villageName(product.village),
      producer: product.producer.name,
      price: formatRupiah(pack.price),
      where: placesInWords(product.places, product.cooperative.name, pack.isInStock),
    }),
    path: paths.product(slug),
    origin: publicOrigin(),
    imageHash: pack.photo.hash,
  }
  return { head, product, pack, beside }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Product() {
  const { head, product, pack, beside } = useLoaderData<typeof loader>()
  const { category, village, story } = product
  return (
    <>
      <Crumbs
        steps={[
          { to: catalogueUrl({ categories: [category.slug] }), name: category.name },
          { to: paths.village(village.slug), name: villageName(village) },
        ]}
        here={product.name}
      />
      <article className="product">
        <Pictures product={product} pack={pack} />
        <ProductOffer product={product} pack={pack} origin={head.origin} />
      </article>
      <ProductPlaces product={product} pack={pack} />
      <section className="part two-columns" id="keterangan">
        <div>
          <h2>{t('shop.story')}</h2>
          <p className="story">{story || t('shop.story_none')}</p>
          {story && (
            <p className="quiet small">
              {say({
                key: 'shop.story_by',
                cooperative: product.cooperative.name,
                producer: product.producer.name,
                day: formatDay(product.storyOn),
              })}
            </p>
          )}
        </div>
        <ProductNumbers product={product} pack={pack} />
      </section>
      {beside.length > 0 && (
        <Aisle isWide heading={t('shop.beside')} more={t('shop.lost_catalogue')} to={paths.catalogue}>
          <Cards cards={beside} />
        </Aisle>
      )}
    </>
  )
}
