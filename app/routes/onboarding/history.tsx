import { t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'

/** What became of an application, and why. */
export function History({ moves }: { moves: { id: string; toStatus: string; at: Date; reason: string }[] }) {
  if (moves.length === 0) return null
  return (
    <section aria-labelledby="jejak">
      <h2 id="jejak">{t('apply.history')}</h2>
      <ol className="trail">
        {moves.map(({ id, toStatus, at, reason }) => (
          <li key={id}>
            <time>{formatInstant(at)}</time>
            <p>
              {t(`apply.move.${toStatus as 'submitted'}`)}
              {reason && <q>{reason}</q>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
