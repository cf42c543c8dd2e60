import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsOf } from '#app/domain/catalogue/card-queries.server.ts'
import { requireProducerProfile } from '#app/domain/organisations/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Crumbs } from './crumbs.tsx'
import { headTags } from './head.ts'
import { MakersGoods } from './makers-goods.tsx'
import { publicOrigin, publicPage, slugOf } from './public.server.ts'
import { villageName } from './words.ts'

export const headers = () => publicPage

export async function loader({ params }: LoaderFunctionArgs) {
  const today = dayOf(new Date())
  const producer = await orErrorPage(requireProducerProfile(db, slugOf(params), today))
  const cards = await listCardsOf(db, today, { producerId: producer.id }, 48)
  const head = {
    title: producer.name,
    description: say({
      key: 'shop.producer_description',
      name: producer.name,
      village: villageName(producer.village),
    }),
    path: paths.producerProfile(producer.slug),
    origin: publicOrigin(),
    imageHash: producer.photos[0]?.hash ?? cards[0]?.photoHash,
  }
  return { head, producer, cards }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Producer() {
  const { producer, cards } = useLoaderData<typeof loader>()
  const { village, cooperative, story, photos, categories, closure } = producer
  return (
    <>
      <Crumbs
        steps={[
          { to: paths.village(village.slug), name: villageName(village) },
          { to: paths.cooperativeProfile(cooperative.slug), name: cooperative.name },
        ]}
        here={producer.name}
      />
      <section className="page-head">
        <h1>{producer.name}</h1>
        {closure && (
          <p className="closed">
            <Icon name="clock" />
            {say(
              closure.reason
                ? {
                    key: 'shop.producer_closed_why',
                    period: formatPeriod(closure.startsOn, closure.endsOn),
                    reason: closure.reason,
                  }
                : { key: 'shop.producer_closed', period: formatPeriod(closure.startsOn, closure.endsOn) },
            )}
          </p>
        )}
        {story && <p className="intro">{story}</p>}
        <p className="quiet">
          {t('shop.producer_in')}{' '}
          <a className="link" href={paths.village(village.slug)}>
            {villageName(village)}
          </a>
          , {t('shop.producer_of')}{' '}
          <a className="link" href={paths.cooperativeProfile(cooperative.slug)}>
            {cooperative.name}
          </a>
          {story &&
            `. ${
              producer.isOwnStory
                ? say({ key: 'shop.written_by_self', producer: producer.name })
                : say({ key: 'shop.written_by', cooperative: cooperative.name })
            }`}
        </p>
        {categories.length > 0 && (
          <p className="quiet">
            {say({ key: 'shop.producer_makes', goods: categories.join(', ').toLowerCase() })}
          </p>
        )}
        {photos.length > 0 && (
          <ul className="makers-photos">
            {photos.map(({ hash, alt }, i) => (
              <li key={hash}>
                <img
                  src={paths.media(hash, 640, 'jpeg')}
                  alt={alt || say({ key: 'member.photo_alt', number: i + 1, name: producer.name })}
                  loading="lazy"
                  width={640}
                  height={512}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <MakersGoods heading={t('shop.producer_goods')} cards={cards} words={producer.name} />
    </>
  )
}
