import type { PassedOn as Step } from '#app/domain/notices/passed-on-queries.server.ts'
import type { Awaited } from '#app/domain/proposals/approvers.server.ts'
import type { ProposalStatus } from '#app/generated/prisma/enums.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'

/** Who is awaited, by role and name: `manajer Sri Wahyuni`. */
export function whoIsAwaited(awaited: Awaited): string {
  if (awaited.by === 'operator') return t('awaited.operator')
  const [first, second, ...others] = awaited.people.map(
    ({ role, name }) => `${roleName(role).toLowerCase()} ${name}`,
  )
  if (!first) return t('awaited.operator')
  if (!second) return first
  return others.length
    ? say({ key: 'awaited.many', first, others: others.length + 1 })
    : say({ key: 'awaited.two', first, second })
}

/** `Menunggu persetujuan manajer Sri Wahyuni sejak 2 jam`. */
export function waitingFor(awaited: Awaited, since: Date, now: Date): string {
  const wait = formatWait(since, now)
  const who = whoIsAwaited(awaited)
  if (wait === 'baru saja') return say({ key: 'awaited.just_now', who })
  return say({ key: 'awaited.since', who, wait })
}

/** To whom it was passed on, and when; nothing where it was not. */
export function PassedOn({ steps = [] }: { steps?: Step[] | undefined }) {
  return steps.map(({ at, toOperator, names }) => (
    <p className="quiet small" key={at.getTime()}>
      {toOperator
        ? say({ key: 'passed_on.operator', at: formatInstant(at) })
        : say({ key: 'passed_on.people', names: names.join(', '), at: formatInstant(at) })}
    </p>
  ))
}

/** What the button does: `Kirim ke manajer`. */
export function sendText(awaited: Awaited): string {
  if (awaited.by === 'operator') return t('product.send_operator')
  return t(awaited.people[0]?.role === 'manager' ? 'product.send_manager' : 'product.send_officer')
}

const looks = {
  draft: ['quiet', 'clock'],
  submitted: ['info', 'clock'],
  changes_asked: ['wait', 'clock'],
  approved: ['ok', 'check'],
  withdrawn: ['quiet', 'cross'],
} as const satisfies Record<ProposalStatus, readonly [string, string]>

type ProposalMarkProps = {
  status: ProposalStatus
  text?: string
  /** It waits for whoever reads this. */
  isMine?: boolean
}

/** Icon, word and colour of where a proposal stands. */
export function ProposalMark({ status, text, isMine = false }: ProposalMarkProps) {
  const [usual, icon] = looks[status]
  const colour = isMine ? 'wait' : usual
  return (
    <span className={`status ${colour}`}>
      <Icon name={icon} />
      {text ?? t(`proposal.status.${status}`)}
    </span>
  )
}
