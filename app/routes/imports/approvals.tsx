import { Form, Link } from '@remix-run/react'
import type { readReview } from '#app/domain/imports/review-queries.server.ts'
import type { PassedOn as Step } from '#app/domain/notices/passed-on-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { MembershipField } from '../portal.tsx'
import { PassedOn } from '../waiting.tsx'
import { ChangeLines } from './changes.tsx'

type Review = Awaited<ReturnType<typeof readReview>>
type To = (proposalId: string) => string

/** What an import could not hand in yet, because a photo or something else is missing. */
export function ImportDrafts({ drafts, to }: Pick<Review, 'drafts'> & { to: To }) {
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="draf">
      <h2 id="draf">{t('import.drafts')}</h2>
      <p className="quiet">{t('import.drafts_help')}</p>
      <ul className="import-list">
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <Link to={to(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = { review: Review; passedOn: Step[] | undefined; membershipId: string; to: To }

/** What an import proposed and nobody has answered: of each pack old and new, to approve all or some. */
export function ImportApprovals({ review, passedOn, membershipId, to }: Props) {
  const { proposals, waiting, approved, left, isOwn } = review
  if (waiting + approved === 0) return null
  const mayChoose = !isOwn && left === 0
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">{t(waiting > 0 ? 'import.approve' : 'import.approve_done')}</h2>
      <PassedOn steps={passedOn} />
      {approved > 0 && (
        <p className="status ok" role="status">
          {say({ key: 'import.approved_count', count: formatNumber(approved) })}
        </p>
      )}
      {left > 0 && (
        <p className="band info" role="status">
          {say({ key: 'import.approving', left: formatNumber(left) })}
        </p>
      )}
      {waiting > 0 && (
        <Form method="post" className="stacked">
          <MembershipField membershipId={membershipId} />
          <p className="quiet">{t(isOwn ? 'import.approve_own' : 'import.approve_help')}</p>
          <ul className="import-proposals">
            {proposals.map((proposal) => (
              <Proposal key={proposal.id} proposal={proposal} mayChoose={mayChoose} to={to} />
            ))}
          </ul>
          {proposals.length < waiting && (
            <p className="quiet">
              {say({ key: 'import.first_rows', shown: proposals.length, total: formatNumber(waiting) })}
            </p>
          )}
          {mayChoose && (
            <p className="import-files">
              <button className="button main" name="intent" value="approve" type="submit">
                {t('import.approve_some')}
              </button>
              {proposals.length < waiting && (
                <button className="button second" name="intent" value="approve_all" type="submit">
                  {say({ key: 'import.approve_all', count: formatNumber(waiting) })}
                </button>
              )}
            </p>
          )}
        </Form>
      )}
    </section>
  )
}

type ProposalProps = { proposal: Review['proposals'][number]; mayChoose: boolean; to: To }

function Proposal({ proposal, mayChoose, to }: ProposalProps) {
  const { id, name, producerName, rows, isOwn, isAsked, isEdited, problem } = proposal
  return (
    <li>
      {mayChoose && !isOwn && !isAsked ? (
        <label className="check">
          <input type="checkbox" name="proposal" value={id} defaultChecked={problem === null} />
          <span>{name}</span>
        </label>
      ) : (
        <strong>{name}</strong>
      )}
      <ul>
        {problem && <li className="stop">{say({ key: 'import.approve_failed', reason: say(problem) })}</li>}
        {rows.map(({ id, of, isNew, isPhoto, retailPrice, changes }) => (
          <li key={id}>
            <span className="import-pack">{of}</span>
            <ul>
              {isNew && isPhoto && <li>{t('import.new_photo')}</li>}
              {isNew && !isPhoto && (
                <li>
                  {say({ key: 'import.new_pack', price: retailPrice ? formatRupiah(retailPrice) : '' })}
                </li>
              )}
              <ChangeLines kind="products" changes={changes} />
            </ul>
          </li>
        ))}
        {isEdited && <li className="wait">{t('import.edited')}</li>}
        <li>
          <span className="quiet">{producerName}.</span>{' '}
          <Link to={to(id)} className="link">
            {t('import.see_whole')}
            <span className="visually-hidden"> {name}</span>
          </Link>
        </li>
      </ul>
    </li>
  )
}
