import type { listMissedRules } from '#app/domain/stock/missed-rules-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'

type Missed = Awaited<ReturnType<typeof listMissedRules>>

/** Lots that would reach a chain with too little of their life left, by chain. Nothing where every lot will do. */
export function MissedRules({ missed }: { missed: Missed }) {
  if (missed.length === 0) return null
  return (
    <section className="missed-rules" aria-labelledby="sisa-umur">
      <h3 id="sisa-umur">{t('missed.title')}</h3>
      <ul>
        {missed.map(({ chainName, leastDays, arrivesOn, lots }) => (
          <li key={chainName}>
            <span>
              {say({
                key: 'missed.chain',
                chain: chainName,
                days: formatNumber(leastDays),
                day: formatDay(arrivesOn),
              })}
            </span>
            <ul>
              {lots.map(({ id, bestBefore, left }) => (
                <li key={id}>
                  {say({ key: 'missed.lot', pieces: formatNumber(left), day: formatDay(bestBefore) })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
