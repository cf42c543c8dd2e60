import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { waitingText } from '../order-parts.tsx'
import { Thumb, type ThumbProps } from '../thumb.tsx'
import { PassedOn, ProposalMark, waitingFor } from '../waiting.tsx'
import type { OpenProposal, Task } from './tasks.ts'

type Steps = Awaited<ReturnType<typeof listPassedOn>>

/** What waits for whoever looks, with how long it has waited. */
export function TaskList({ tasks, passedOn, now }: { tasks: Task[]; passedOn: Steps; now: Date }) {
  return (
    <ul className="tasks">
      {tasks.map((task) =>
        task.is === 'order' ? (
          <Row
            key={task.order.id}
            to={paths.cooperative.order(task.order.id)}
            title={say({ key: 'task.order', chain: task.order.chainName })}
            detail={say({
              key: 'task.order_detail',
              number: task.order.number,
              products: task.order.products,
              cartons: task.order.cartons,
              total: formatRupiah(task.order.total),
            })}
            clock={waitingText(task.order.placedAt, task.order.answerBy, now)}
            isUrgent={now > task.order.answerBy}
            passedOn={passedOn[task.order.id]}
          />
        ) : (
          <ProposalTask key={task.proposal.id} task={task} passedOn={passedOn[task.proposal.id]} now={now} />
        ),
      )}
    </ul>
  )
}

type ProposalTaskProps = {
  task: Exclude<Task, { is: 'order' }>
  passedOn: Steps[string] | undefined
  now: Date
}

function ProposalTask({ task, passedOn, now }: ProposalTaskProps) {
  const { is, since, proposal } = task
  const { id, name, producerName, proposerName, reason, productId } = proposal
  const wait = formatWait(since, now)
  const details = {
    approve: say({ key: 'task.approve_detail', name: proposerName, producer: producerName }),
    mend: reason,
    finish: say({ key: 'task.finish_detail', producer: producerName }),
  }
  const title = is === 'approve' && productId ? 'task.approve_change' : `task.${is}`
  return (
    <Row
      to={is === 'approve' ? paths.cooperative.review(id) : paths.cooperative.proposal(id)}
      title={say({ key: title as 'task.approve', name })}
      detail={details[is]}
      clock={is === 'finish' ? say({ key: 'task.left', wait }) : say({ key: 'task.waits', wait })}
      isUrgent={false}
      isQuiet={is === 'finish'}
      pack={proposal}
      passedOn={passedOn}
    />
  )
}

type RowProps = {
  to: string
  title: string
  detail: string
  clock: ReactNode
  isUrgent: boolean
  isQuiet?: boolean
  pack?: ThumbProps
  passedOn: Steps[string] | undefined
}

function Row({ to, title, detail, clock, isUrgent, isQuiet, pack, passedOn }: RowProps) {
  return (
    <li>
      {pack ? (
        <Thumb {...pack} />
      ) : (
        <span className="thumb">
          <Icon name="store" />
        </span>
      )}
      <div>
        <Link to={to}>{title}</Link>
        <p className="quiet small">{detail}</p>
        <p className={`status ${isUrgent ? 'stop' : isQuiet ? 'quiet' : 'wait'}`}>
          <Icon name="clock" />
          {clock}
        </p>
        <PassedOn steps={passedOn} />
      </div>
    </li>
  )
}

/** What somebody else has to do, and since when they have had it. */
export function WaitingList({
  proposals,
  passedOn,
  now,
}: {
  proposals: OpenProposal[]
  passedOn: Steps
  now: Date
}) {
  return (
    <ul className="tasks">
      {proposals.map((proposal) => {
        const { id, name, producerName, submittedAt, changedAt, awaited, status, productId, isOwn } = proposal
        const since = submittedAt ?? changedAt
        const isMine = status === 'submitted' && !isOwn
        return (
          <li key={id}>
            <Thumb {...proposal} />
            <div>
              <Link
                to={status === 'submitted' ? paths.cooperative.review(id) : paths.cooperative.proposal(id)}
              >
                {productId ? say({ key: 'task.change_of', name }) : name}
              </Link>
              <p className="quiet small">{producerName}</p>
              <ProposalMark
                status={status}
                isMine={isMine}
                text={
                  isMine
                    ? say({ key: 'task.waits_here', wait: formatWait(since, now) })
                    : status === 'submitted'
                      ? waitingFor(awaited, since, now)
                      : `${t(`proposal.status.${status}`)}, ${formatInstant(changedAt)}`
                }
              />
              <PassedOn steps={passedOn[id]} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
