import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { businessKinds, goodsKinds } from '#app/domain/certificates/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
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
  { title: `${t('certificates.of_goods')}, ${data?.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const [papers, soonDays] = await Promise.all([
    orErrorPage(requirePapers(db, officer, { productId: params.id ?? '' })),
    getSoonDays(db, today),
  ])
  return {
    ...papers,
    ...renewing(request, goodsKinds),
    id: params.id ?? '',
    soonDays,
    today,
    certificateId: newId('certificate'),
    membershipId: officer.membershipId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const productId = params.id ?? ''
  return takePaper(
    officer,
    await request.formData(),
    { productId },
    paths.cooperative.productPapers(productId),
  )
}

export default function ProductPapers() {
  const data = useLoaderData<typeof loader>()
  const { id, name, producer, ofProducer, today, soonDays } = data
  const shared = ofProducer.filter((paper) => !businessKinds.some((one) => one === paper.kind))
  return (
    <PapersPage
      head={
        <PageHead
          back={{ to: paths.cooperative.product(id), text: name }}
          title={t('certificates.of_goods')}
          note={producer.name}
        />
      }
      here={paths.cooperative.productPapers(id)}
      data={data}
      kinds={goodsKinds}
      holderName=""
      result={useActionData<typeof action>() ?? undefined}
    >
      <section aria-labelledby="usaha">
        <h2 id="usaha">{say({ key: 'certificates.also', name: producer.name })}</h2>
        <p className="quiet small">{t('certificates.also_why')}</p>
        <PaperList papers={shared} today={today} soonDays={soonDays} heading="h3" />
        <p>
          <Link className="link" to={paths.cooperative.memberPapers(producer.id)}>
            {t('certificates.of_producer')}
          </Link>
        </p>
      </section>
    </PapersPage>
  )
}
