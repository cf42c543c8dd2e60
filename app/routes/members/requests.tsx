import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import type { PassedOn as Step } from '#app/domain/notices/passed-on-queries.server.ts'
import type { requireRequest } from '#app/domain/producers/request-queries.server.ts'
import type { RequestKind, RequestStatus } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'
import { PassedOn } from '../waiting.tsx'

type Asked = { kind: RequestKind; field: string | null }
type Waiting = Asked & { id: string; askedAt: Date; answerBy: Date; producerName?: string }

/** `Betulkan NIK`, `Hapus data`. */
export const requestText = ({ kind, field }: Asked): string =>
  kind === 'erasure'
    ? t('request.kind.erasure')
    : say({ key: 'request.kind.correction', field: t(`member.field.${field as 'nik'}`) })

/** By when a request must be answered, or since when it is late. */
export function Deadline({ answerBy, now }: { answerBy: Date; now: Date }) {
  const isLate = answerBy < now
  return (
    <span className={isLate ? 'status stop' : 'status wait'}>
      <Icon name="clock" />
      {say({ key: isLate ? 'request.late' : 'request.until', at: formatInstant(answerBy) })}
    </span>
  )
}

type ListProps = { requests: Waiting[]; now: Date; to(id: string): string }

/** What members asked and nobody has answered yet. */
export function RequestList({ requests, now, to }: ListProps) {
  return (
    <section aria-labelledby="permintaan">
      <h2 id="permintaan">{t('request.title')}</h2>
      <ul className="members">
        {requests.map((request) => (
          <li key={request.id}>
            <div>
              <Link to={to(request.id)}>{requestText(request)}</Link>
              {request.producerName && <span className="quiet small">{request.producerName}</span>}
            </div>
            <Deadline answerBy={request.answerBy} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const looks = { open: ['wait', 'clock'], done: ['ok', 'check'], refused: ['stop', 'cross'] } as const

export function RequestMark({ status }: { status: RequestStatus }) {
  const [colour, icon] = looks[status]
  return (
    <span className={`status ${colour}`}>
      <Icon name={icon} />
      {t(`request.status.${status}`)}
    </span>
  )
}

type AnswerProps = {
  asked: Awaited<ReturnType<typeof requireRequest>>
  passedOn: Step[] | undefined
  membershipId: string
  now: Date
  back: { to: string; text: string }
  result: SubmissionResult<string[]> | undefined
}

/** One request as it is answered. */
export function RequestAnswer({ asked, passedOn, membershipId, now, back, result }: AnswerProps) {
  return (
    <main className="page narrow">
      <PageHead
        back={back}
        title={requestText(asked)}
        note={`${asked.producerName}, ${asked.cooperativeName}`}
      />
      <p className="small">
        {say({ key: 'request.asked', name: asked.askerName, at: formatInstant(asked.askedAt) })}{' '}
        {asked.status === 'open' && <Deadline answerBy={asked.answerBy} now={now} />}
      </p>
      <PassedOn steps={passedOn} />
      {asked.proposed && (
        <p>
          {t('request.proposed')}: <strong className="digits">{asked.proposed}</strong>
          {asked.proposed.includes('•') && <span className="quiet by">{t('request.masked')}</span>}
        </p>
      )}
      {asked.note && (
        <p>
          {t('request.note')}: <q>{asked.note}</q>
        </p>
      )}
      {asked.kind === 'erasure' && <ErasureText />}
      {asked.status === 'open' ? (
        asked.isOwn ? (
          <p className="quiet">{t('request.own')}</p>
        ) : (
          <AnswerForms asked={asked} membershipId={membershipId} result={result} />
        )
      ) : (
        <p className="band info">
          {say({
            key: 'request.answered_by',
            status: t(`request.status.${asked.status}`),
            name: asked.answererName ?? '',
            at: asked.answeredAt ? formatInstant(asked.answeredAt) : '',
          })}
          {asked.reason && `: ${asked.reason}`}
        </p>
      )}
    </main>
  )
}

/** What an erasure takes and what it leaves. */
export function ErasureText() {
  return (
    <>
      <p>{t('erase.what')}</p>
      <p>{t('erase.keeps')}</p>
      <p>
        <strong>{t('erase.no_way_back')}</strong>
      </p>
    </>
  )
}

function AnswerForms({
  asked,
  membershipId,
  result,
}: Pick<AnswerProps, 'asked' | 'membershipId' | 'result'>) {
  const form = answeredForm(result, 'jawab')
  const reason = form.field('reason')
  const isErasure = asked.kind === 'erasure'
  return (
    <>
      <FormProblem errors={reason.errors ? undefined : form.errors} />
      <Form method="post">
        <MembershipField membershipId={membershipId} />
        <button
          className={isErasure ? 'button danger' : 'button main'}
          type="submit"
          name="answer"
          value="done"
        >
          {t(isErasure ? 'request.do_erasure' : 'request.do_correction')}
        </button>
      </Form>
      <Form method="post" className="stacked">
        <MembershipField membershipId={membershipId} />
        <Field label={t('request.reason')} help={t('request.reason_help')} field={reason}>
          {(control) => <textarea {...control} rows={2} maxLength={300} />}
        </Field>
        <button className="button second" type="submit" name="answer" value="refused">
          {t('request.refuse')}
        </button>
      </Form>
    </>
  )
}
