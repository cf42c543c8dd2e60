import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireFittingFixtures } from '#app/domain/shelf-plans/fitting-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber, joinUnits } from '#app/platform/measure.ts'
import tradeStylesUrl from '#app/styles/retail-catalogue.css?url'
import { PackImage } from '#app/ui/pack-image.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: tradeStylesUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${say({ key: 'trade.put_product', name: data?.pack.name ?? '' })} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  return orErrorPage(requireFittingFixtures(db, buyer, params.variantId ?? '', dayOf(new Date())))
}

export default function PutOnShelf() {
  const { pack, fixtures, period } = useLoaderData<typeof loader>()
  const storage = t(`storage.${pack.storage}`).toLowerCase()
  const stores = Map.groupBy(fixtures, ({ storeName }) => storeName)
  return (
    <main className="page put-on-shelf">
      <header>
        <div>
          <p>
            <Link className="link small" to={paths.retail.catalogue}>
              {t('trade.title')}
            </Link>
          </p>
          <h1>{t('trade.where_title')}</h1>
          <p className="quiet">
            {say({
              key: 'trade.where_lead',
              name: joinUnits(pack.name),
              width: formatNumber(pack.widthMm),
              height: formatNumber(pack.heightMm),
              depth: formatNumber(pack.depthMm),
              storage,
            })}{' '}
            {say({
              key: 'trade.where_period',
              period: formatPeriod(period.startsOn, period.endsOn),
            })}
          </p>
        </div>
        <PackImage
          photo={pack.photo}
          alt=""
          widthMm={pack.widthMm}
          heightMm={pack.heightMm}
          sizes="120px"
          isFirst
        />
      </header>
      {fixtures.length === 0 && <p className="empty">{say({ key: 'trade.where_none', storage })}</p>}
      {[...stores].map(([storeName, theirs]) => (
        <section key={storeName} aria-label={storeName}>
          <h2>{storeName}</h2>
          <ul className="rows">
            {theirs.map(({ id, name, levels, freeLevels }) => (
              <li key={id}>
                <Link
                  className="link"
                  to={`${paths.retail.fixture(id)}?${new URLSearchParams({ cari: pack.name })}`}
                >
                  {say({ key: 'trade.where_open', fixture: name })}
                </Link>
                {freeLevels.length > 0 ? (
                  <span className="ok small">
                    {say({ key: 'trade.where_free', levels: freeLevels.join(', ') })}
                  </span>
                ) : (
                  <span className="quiet small">
                    {t(levels.length > 0 ? 'trade.where_full' : 'trade.where_no_fit')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}
