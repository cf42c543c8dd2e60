import { say, t } from '#app/messages/say.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'

type Line = { name: string; count: number; since: Date; answerBy: Date | null }
type Props = { lines: Line[]; now: Date; none: string; unit: 'city.count_orders' | 'city.count_proposals' }

/** Who is awaited, for how many and how long; the longest wait first. */
export function WaitingLines({ lines, now, none, unit }: Props) {
  if (lines.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="rows">
      {lines.map(({ name, count, since, answerBy }) => (
        <li key={name}>
          <p>
            <strong>{name}</strong>
            <span className="quiet small">
              {say({ key: unit, count })}, {say({ key: 'city.since', since: formatInstant(since) })}
            </span>
          </p>
          <span className={answerBy && answerBy < now ? 'status stop' : 'status wait'}>
            <Icon name="clock" />
            {formatWait(since, now)}
            {answerBy && answerBy < now && `, ${t('city.late')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
