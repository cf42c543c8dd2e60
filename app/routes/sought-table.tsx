import { Link } from '@remix-run/react'
import type { Sought } from '#app/domain/demand/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatShortDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'

type SoughtTableProps = {
  sought: Sought[]
  /** Named by the heading of this id. */
  labelledBy: string
  /** Where what is missing can be listed, under these words. */
  listAt?: (words: string) => string
}

/** What people look for: the words, how often, when last, and week by week. */
export function SoughtTable({ sought, labelledBy, listAt }: SoughtTableProps) {
  return (
    <table className="table sought" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('demand.words')}</th>
          <th scope="col" className="number">
            {t('demand.times')}
          </th>
          <th scope="col" className="by-week">
            {t('demand.weeks')}
          </th>
          <th scope="col" className="last">
            {t('demand.last')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sought.map(({ words, times, lastOn, weeks }) => (
          <tr key={words}>
            <th scope="row">
              {words}
              {listAt && (
                <Link className="link small" to={listAt(words)}>
                  {t('demand.list')}
                  <span className="visually-hidden">: {words}</span>
                </Link>
              )}
            </th>
            <td className="number">{say({ key: 'demand.times_count', count: formatNumber(times) })}</td>
            <td>
              <Weeks weeks={weeks} />
            </td>
            <td className="last">{formatShortDay(lastOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const [bar, gap, height] = [8, 3, 28]

/** A bar for each week, the present one at the end; the highest fills the height. */
function Weeks({ weeks }: { weeks: number[] }) {
  const highest = Math.max(1, ...weeks)
  const width = weeks.length * (bar + gap) - gap
  const said = say({ key: 'demand.weeks_said', weeks: weeks.join(', '), count: weeks.length })
  return (
    <svg
      className="weeks"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={said}
    >
      {weeks.map((times, i) => {
        const tall = times === 0 ? 1.5 : Math.max(4, (times / highest) * height)
        return <rect key={i} x={i * (bar + gap)} y={height - tall} width={bar} height={tall} rx={1} />
      })}
    </svg>
  )
}
