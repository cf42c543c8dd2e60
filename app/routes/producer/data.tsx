import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { listActs } from '#app/domain/producers/act-queries.server.ts'
import { giveConsent } from '#app/domain/producers/give-consent.server.ts'
import { requireOwn } from '#app/domain/producers/own-queries.server.ts'
import { consentTexts, consentVersion, giveConsentForm, newestRequests } from '#app/domain/producers/rules.ts'
import { requireProducer } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { FormProblem } from '#app/ui/field.tsx'
import { Acts } from '../members/acts.tsx'
import { type Member, RecordTable } from '../members/record.tsx'
import { Deadline, RequestMark, requestText } from '../members/requests.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('own.data')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const now = new Date()
  const own = await orErrorPage(requireOwn(db, producer, dayOf(now)))
  const { searchParams } = new URL(request.url)
  const acts = await listActs(db, producer, own.id, searchParams.get('sesudah') ?? undefined)
  const isSent = searchParams.has('terkirim')
  return { own, acts, now, isSent, membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return submit(await request.formData(), producer, giveConsentForm, async () => {
    await giveConsent(db, producer, new Date())
    return redirect(paths.producer.data)
  })
}

export default function ProducerData() {
  const { own, acts, now, isSent, membershipId } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.error?.['']
  return (
    <main className="page member">
      <header>
        <div>
          <h1>{t('own.data')}</h1>
          <p className="quiet">{t('own.data_intro')}</p>
        </div>
      </header>
      {isSent && (
        <p className="band ok" role="status">
          {t('own.sent')}
        </p>
      )}
      <FormProblem errors={problems} />
      <div className="member-columns">
        <div>
          <section aria-labelledby="tertutup">
            <h2 id="tertutup">{own.name}</h2>
            <RecordTable member={own} />
            {!own.consent && <Consent membershipId={membershipId} />}
            <p className="ways">
              <Link className="link" to={paths.producer.correction}>
                {t('correction.ask')}
              </Link>
              <Link className="link" to={paths.producer.erasure}>
                {t('erase.ask')}
              </Link>
            </p>
          </section>
          <section aria-labelledby="unduh">
            <h2 id="unduh">{t('own.download')}</h2>
            <p className="quiet small">{t('own.download_note')}</p>
            <Form method="post" action={paths.producer.download} reloadDocument className="send">
              <MembershipField membershipId={membershipId} />
              <button className="button second" type="submit" name="format" value="json">
                {t('own.download_json')}
              </button>
              <button className="button second" type="submit" name="format" value="csv">
                {t('own.download_csv')}
              </button>
            </Form>
          </section>
        </div>
        <div>
          <Requests requests={own.requests} now={now} />
          <section aria-labelledby="jejak">
            <h2 id="jejak">{t('act.title')}</h2>
            <Acts acts={acts} />
          </section>
        </div>
      </div>
    </main>
  )
}

function Consent({ membershipId }: { membershipId: string }) {
  return (
    <Form method="post" className="consent">
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="consentVersion" value={consentVersion} />
      <blockquote>{t(consentTexts[consentVersion])}</blockquote>
      <button className="button main" type="submit">
        {t('own.consent_give')}
      </button>
    </Form>
  )
}

function Requests({ requests, now }: { requests: Member['requests']; now: Date }) {
  return (
    <section aria-labelledby="permintaan">
      <h2 id="permintaan">{t('own.requests')}</h2>
      {requests.length === 0 && <p className="quiet">{t('request.none')}</p>}
      <ul className="members">
        {requests.map((request) => (
          <li key={request.id}>
            <div>
              <strong>{requestText(request)}</strong>
              {request.reason && <span className="quiet small">{request.reason}</span>}
            </div>
            {request.status === 'open' ? (
              <Deadline answerBy={request.answerBy} now={now} />
            ) : (
              <RequestMark status={request.status} />
            )}
          </li>
        ))}
      </ul>
      {requests.length === newestRequests && (
        <p className="quiet small">{say({ key: 'request.newest', count: newestRequests })}</p>
      )}
    </section>
  )
}
