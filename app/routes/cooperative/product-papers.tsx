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
import { PaperForm } from '../papers/paper-form.tsx'
import { PaperHistory, PaperList } from '../papers/paper-list.tsx'
import { PaperSent, renewing } from '../papers/renewing.tsx'
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
  const { id, name, producer, current, history, ofProducer, kind, sent, today, soonDays } = data
  const result = useActionData<typeof action>() ?? undefined
  const shared = ofProducer.filter((paper) => !businessKinds.some((one) => one === paper.kind))
  const here = paths.cooperative.productPapers(id)
  return (
    <main className="page papers-page">
      <PageHead
        back={{ to: paths.cooperative.product(id), text: name }}
        title={t('certificates.of_goods')}
        note={producer.name}
      />
      {sent && !result && <PaperSent kind={sent} />}
      {current.length > 0 && (
        <p className="papers-jump">
          <a className="button second" href="#kirim">
            {t('certificate.add')}
          </a>
        </p>
      )}
      <div className="papers-columns">
        <div>
          <PaperList
            papers={current}
            today={today}
            soonDays={soonDays}
            renewAt={(paper) => `${here}?jenis=${paper.kind}#tambah`}
          />
          {current.length === 0 && <p className="quiet">{t('certificates.none')}</p>}
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
          <PaperHistory papers={history} />
        </div>
        <section aria-labelledby="kirim">
          <h2 id="kirim">{kind ? t(`certificate.kind.${kind}`) : t('certificate.add')}</h2>
          <p className="quiet small">
            {kind && current.some((paper) => paper.kind === kind)
              ? say({ key: 'certificate.renewing', kind: t(`certificate.kind.${kind}`) })
              : t('certificates.intro')}
          </p>
          <PaperForm
            key={`${sent} ${kind}`}
            certificateId={data.certificateId}
            membershipId={data.membershipId}
            kinds={goodsKinds}
            kind={kind}
            number={current.find((paper) => paper.kind === kind && !paper.hasFile && !paper.isSample)?.number}
            holderName=""
            result={result}
          />
        </section>
      </div>
    </main>
  )
}
