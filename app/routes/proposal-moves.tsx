import { roleName } from '#app/messages/roles.ts'
import { say } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import type { ReviewedProposal } from './proposal-review.tsx'

/** Who moved a proposal, when and why, the newest first. */
export function ProposalMoves({ moves }: { moves: ReviewedProposal['moves'] }) {
  return (
    <ol className="trail">
      {moves.map(({ id, fromStatus, toStatus, at, reason, role, name }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
          <div>
            {say({
              key: fromStatus === toStatus ? 'move.resubmitted' : `move.${toStatus}`,
              who: `${name}, ${roleName(role).toLowerCase()}`,
            })}
            {reason && <q>{reason}</q>}
          </div>
        </li>
      ))}
    </ol>
  )
}
