import { Link } from '@remix-run/react'
import type { listReviews } from '#app/domain/imports/review-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatWait } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Icon } from '#app/ui/icon.tsx'

type Reviews = Awaited<ReturnType<typeof listReviews>>
type Props = { reviews: Reviews; to: (importId: string) => string; now: Date }

/** Files of which something waits, a line each: what many proposals are is one task. */
export function ImportReviews({ reviews, to, now }: Props) {
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="dari-berkas">
      <h2 id="dari-berkas">{t('import.reviews')}</h2>
      <ul className="tasks">
        {reviews.map(({ id, fileName, cooperativeName, sender, waiting, drafts, isOwn, finishedAt }) => (
          <li key={id}>
            <span className="thumb">
              <Icon name="barcode" />
            </span>
            <div>
              <Link to={to(id)}>{fileName}</Link>
              <p className="quiet small">
                {say({ key: 'import.sent_by', cooperative: cooperativeName, sender })}
              </p>
              {waiting > 0 && (
                <p className={`status ${isOwn ? 'quiet' : 'wait'}`}>
                  <Icon name="clock" />
                  {say({
                    key: isOwn ? 'import.waits_for_others' : 'import.waits',
                    count: formatNumber(waiting),
                    wait: formatWait(new Date(finishedAt), now),
                  })}
                </p>
              )}
              {drafts > 0 && (
                <p className="status quiet">
                  {say({ key: 'import.drafts_count', count: formatNumber(drafts) })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
