import { Form, Link } from '@remix-run/react'
import type { listProposed } from '#app/domain/imports/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { MembershipField } from '../portal.tsx'
import { ChangeLines } from './import-parts.tsx'

type Proposed = Awaited<ReturnType<typeof listProposed>>

/** What an import could not hand in yet, because a photo or something else is missing. */
export function ImportDrafts({ drafts }: Pick<Proposed, 'drafts'>) {
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="draf">
      <h2 id="draf">{t('import.drafts')}</h2>
      <p className="quiet">{t('import.drafts_help')}</p>
      <ul className="import-list">
        {drafts.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.cooperative.proposal(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an import proposed and nobody has answered: old and new, to approve all or some. */
export function ImportApprovals({ proposed, membershipId }: { proposed: Proposed; membershipId: string }) {
  const { proposals, waiting, approved, left } = proposed
  if (waiting + approved === 0) return null
  const isOwn = proposals.some(({ isOwn }) => isOwn)
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">{t('import.approve')}</h2>
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
            {proposals.map(({ id, name, rows, isOwn, isAsked, problem }) => (
              <li key={id}>
                {!isOwn && !isAsked ? (
                  <label className="check">
                    <input type="checkbox" name="proposal" value={id} defaultChecked={problem === null} />
                    <span>{name}</span>
                  </label>
                ) : (
                  <Link to={paths.cooperative.proposal(id)}>{name}</Link>
                )}
                <ul>
                  {rows.map(({ number, changes }) => (
                    <ChangeLines key={number} kind="products" changes={changes} />
                  ))}
                  {problem && (
                    <li className="stop">{say({ key: 'import.approve_failed', reason: say(problem) })}</li>
                  )}
                </ul>
              </li>
            ))}
          </ul>
          {proposals.length < waiting && (
            <p className="quiet">
              {say({ key: 'import.first_rows', shown: proposals.length, total: formatNumber(waiting) })}
            </p>
          )}
          {!isOwn && left === 0 && (
            <p className="import-files">
              <button className="button main" name="intent" value="approve" type="submit">
                {t('import.approve_some')}
              </button>
              <button className="button second" name="intent" value="approve_all" type="submit">
                {say({ key: 'import.approve_all', count: formatNumber(waiting) })}
              </button>
            </p>
          )}
        </Form>
      )}
    </section>
  )
}
