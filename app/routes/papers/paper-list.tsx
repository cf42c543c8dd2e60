import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ShownPaper } from '#app/domain/certificates/queries.server.ts'
import { type Standing, sentence, standingOf } from '#app/domain/certificates/standing.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { type Day, dayOf, formatDay } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'

const icons = { ok: 'check', wait: 'clock', stop: 'cross', info: 'clock' } as const

/** A paper's state: colour, icon and words. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span className={`status ${standing.tone}`}>
      <Icon name={icons[standing.tone]} />
      {say(standing.is)}
    </span>
  )
}

type ListedPaper = ShownPaper & { refusedRenewal?: string | null }
type PaperListProps = {
  papers: ListedPaper[]
  today: Day
  soonDays: number
  /** Where a paper is renewed; nowhere for those who only see it. */
  renewAt?: (paper: ListedPaper) => string
  /** Whose it is, where a list has papers of many. */
  of?: (paper: ListedPaper) => ReactNode
  /** Under a heading of their own they are one step lower. */
  heading?: 'h2' | 'h3'
}

/** Papers with how they stand, what to do next, and the paper itself folded away. */
export function PaperList({ papers, today, soonDays, renewAt, of, heading: Heading = 'h2' }: PaperListProps) {
  return (
    <ul className="papers">
      {papers.map((paper) => {
        const standing = standingOf(paper, today, soonDays)
        const { id, kind, number, holderName, expiresOn, isSample, hasFile, refusedRenewal } = paper
        const isUrgent = standing.tone !== 'ok' && standing.tone !== 'info'
        return (
          <li key={id}>
            <div className="paper-what">
              <Heading>
                {t(`certificate.kind.${kind}`)}{' '}
                {isSample && <span className="sample small">{t('certificate.is.sample')}</span>}
              </Heading>
              {of?.(paper)}
              {!isSample && <p className="digits">{number}</p>}
              <p className="quiet small">
                {[
                  expiresOn
                    ? say({ key: 'certificate.until', day: formatDay(expiresOn) })
                    : t('certificate.no_end'),
                  holderName && say({ key: 'certificate.on_name', name: holderName }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </div>
            <div className="paper-state">
              <StandingMark standing={standing} />
              {standing.next && <p className="small">{say(standing.next)}</p>}
              {refusedRenewal && (
                <p className="small stop">
                  {say({ key: 'certificate.renewal_rejected', reason: sentence(refusedRenewal) })}
                </p>
              )}
            </div>
            <div className="paper-ways">
              {renewAt && (
                <Link className={isUrgent ? 'button second' : 'link'} to={renewAt(paper)}>
                  {t(wayOf(paper))}
                </Link>
              )}
              {hasFile && <PaperFile paper={paper} />}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

// What waits, and what has no end, is not renewed: another takes its place.
function wayOf({ status, hasFile, expiresOn }: ListedPaper) {
  if (status === 'rejected') return 'certificate.fix'
  if (!hasFile) return 'certificate.send_paper'
  return status === 'verified' && expiresOn ? 'certificate.renew' : 'certificate.replace'
}

/** The paper: a photo is shown where it stands, and only fetched when it is opened; a PDF is saved. */
export function PaperFile({ paper: { id, kind, number, isPdf } }: { paper: ShownPaper }) {
  if (isPdf)
    return (
      <a className="link" href={paths.paperFile(id)} download>
        {t('certificate.open_pdf')}
      </a>
    )
  const alt = say({ key: 'certificate.file_of', kind: t(`certificate.kind.${kind}`), number })
  return (
    <details className="paper-file">
      <summary>{t('certificate.open_file')}</summary>
      <img src={paths.paperFile(id)} alt={alt} loading="lazy" />
    </details>
  )
}

/** What was before, one line each. */
export function PaperHistory({ papers }: { papers: ShownPaper[] }) {
  if (papers.length === 0) return null
  return (
    <details className="paper-history">
      <summary>{say({ key: 'certificates.history', count: papers.length })}</summary>
      <ul className="small">
        {papers.map(({ id, kind, number, expiresOn, replacedAt, status, reason, hasFile }) => {
          const what = { kind: t(`certificate.kind.${kind}`), number }
          const replaced = replacedAt ? formatDay(dayOf(replacedAt)) : ''
          return (
            <li key={id}>
              {expiresOn
                ? say({ key: 'certificate.was', ...what, day: formatDay(expiresOn), replaced })
                : say({ key: 'certificate.was_open', ...what, replaced })}
              {status === 'rejected' &&
                ` (${t('certificate.is.rejected').toLowerCase()}: ${sentence(reason)})`}{' '}
              {hasFile && (
                <a className="link" href={paths.paperFile(id)} download>
                  {t('certificate.open_file')}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
