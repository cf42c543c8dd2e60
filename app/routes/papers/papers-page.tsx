import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { ShownPaper } from '#app/domain/certificates/queries.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import { PaperForm } from './paper-form.tsx'
import { PaperHistory, PaperList } from './paper-list.tsx'
import { PaperSent } from './renewing.tsx'

type PapersPageProps = {
  head: ReactNode
  /** The page's own address, where a paper is renewed. */
  here: string
  data: {
    current: ShownPaper[]
    history: ShownPaper[]
    kind: CertificateKind | null
    sent: CertificateKind | null
    today: Day
    soonDays: number
    certificateId: string
    membershipId: string
  }
  kinds: readonly CertificateKind[]
  /** What is known already, so that it need not be typed. */
  number?: string | undefined
  holderName: string
  result: SubmissionResult<string[]> | undefined
  /** What stands between the papers and their history. */
  children?: ReactNode
}

/** The papers of goods or of a producer: what holds, what is over, and a form for one more. */
export function PapersPage({
  head,
  here,
  data,
  kinds,
  number,
  holderName,
  result,
  children,
}: PapersPageProps) {
  const { current, history, kind, sent, today, soonDays, certificateId, membershipId } = data
  // A number that was typed elsewhere and has no paper yet need not be typed again.
  const bare = current.find((paper) => paper.kind === kind && !paper.hasFile && !paper.isSample)?.number
  return (
    <main className="page papers-page">
      {head}
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
          {children}
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
            certificateId={certificateId}
            membershipId={membershipId}
            kinds={kinds}
            kind={kind}
            number={bare ?? number}
            holderName={holderName}
            result={result}
          />
        </section>
      </div>
    </main>
  )
}
