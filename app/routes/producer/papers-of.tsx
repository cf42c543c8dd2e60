import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ProducerMember } from '#app/domain/access/actors.ts'
import type { Holder } from '#app/domain/certificates/holder.server.ts'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { businessKinds, goodsKinds, producerKinds } from '#app/domain/certificates/rules.ts'
import { requireProducer } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import papersUrl from '#app/styles/papers.css?url'
import { PageHead } from '../page-head.tsx'
import { PaperList } from '../papers/paper-list.tsx'
import { PapersPage } from '../papers/papers-page.tsx'
import { renewing } from '../papers/renewing.tsx'
import { takePaper } from '../papers/take-paper.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t('certificates.title')}, ${data?.name ?? ''} | ${t('app.name')}` },
]

/** The business itself under a word of its own, everything else by the id of the goods. */
function holderOf({ producerId }: ProducerMember, id = ''): { holder: Holder; here: string } {
  const here = paths.producer.productPapers(id)
  return { here, holder: here === paths.producer.ownPapers ? { producerId } : { productId: id } }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const today = dayOf(new Date())
  const { holder, here } = holderOf(producer, params.id)
  const kinds = 'producerId' in holder ? producerKinds : goodsKinds
  const [papers, soonDays] = await Promise.all([
    orErrorPage(requirePapers(db, producer, holder)),
    getSoonDays(db, today),
  ])
  return {
    ...papers,
    ...renewing(request, kinds),
    ...{ here, kinds, soonDays, today, isOfGoods: 'productId' in holder },
    certificateId: newId('certificate'),
    membershipId: producer.membershipId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const { holder, here } = holderOf(producer, params.id)
  return takePaper(producer, await request.formData(), holder, here)
}

export default function PapersOf() {
  const data = useLoaderData<typeof loader>()
  const { name, here, kinds, isOfGoods, producer, ofProducer, today, soonDays } = data
  const shared = ofProducer.filter(({ kind }) => !businessKinds.some((one) => one === kind))
  return (
    <PapersPage
      head={
        <PageHead
          back={{ to: paths.producer.papers, text: t('certificates.title') }}
          title={isOfGoods ? name : t('certificates.of_producer')}
          note={isOfGoods ? t('certificates.of_goods') : t('certificates.also_why')}
        />
      }
      here={here}
      data={data}
      kinds={kinds}
      holderName=""
      result={useActionData<typeof action>() ?? undefined}
    >
      {isOfGoods && (
        <section aria-labelledby="usaha">
          <h2 id="usaha">{say({ key: 'certificates.also', name: producer.name })}</h2>
          <p className="quiet small">{t('certificates.also_why')}</p>
          <PaperList papers={shared} today={today} soonDays={soonDays} heading="h3" />
          <p>
            <Link className="link" to={paths.producer.ownPapers}>
              {t('certificates.of_producer')}
            </Link>
          </p>
        </section>
      )}
    </PapersPage>
  )
}
