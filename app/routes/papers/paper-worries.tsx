import { Link } from '@remix-run/react'
import type { View } from '#app/domain/certificates/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'

const worries = [
  ['over', 'habis', 'stop'],
  ['rejected', 'ditolak', 'stop'],
  ['ending', 'segera', 'wait'],
] as const

/** Papers that keep goods out of shops now or soon; nothing where there are none. */
export function PaperWorries({ counts }: { counts: Record<View, number> }) {
  const shown = worries.filter(([view]) => counts[view] > 0)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="sertifikat">
      <h2 id="sertifikat">{t('certificates.title')}</h2>
      <ul className="worries">
        {shown.map(([view, word, tone]) => (
          <li key={view}>
            <Link to={paths.cooperative.certificatesIn(word)}>{t(`certificates.view.${view}`)}</Link>
            <span className={tone}>{say({ key: 'certificates.count', count: counts[view] })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
