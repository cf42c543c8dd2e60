import { Link } from '@remix-run/react'
import type { listActs } from '#app/domain/producers/act-queries.server.ts'
import { id } from '#app/messages/id.ts'
import { roleName } from '#app/messages/roles.ts'
import type { MessageKey } from '#app/messages/say.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'

type Listed = Awaited<ReturnType<typeof listActs>>
type Act = Listed['page'][number]

/** Who did what with a member's data; of an officer it says that it was done on the member's behalf. */
export function Acts({ acts: { page, next, isFirst } }: { acts: Listed }) {
  if (page.length === 0) return <p className="quiet">{t('act.none')}</p>
  return (
    <>
      <ol className="trail">
        {page.map((act) => (
          <li key={act.id}>
            <time dateTime={act.at.toISOString()}>{formatInstant(act.at)}</time>
            <span>
              <strong>{textOf(`act.${act.kind}`)}</strong>
              {detailOf(act) && `: ${detailOf(act)}`}
              <span className="quiet by">{byWhom(act)}</span>
            </span>
          </li>
        ))}
      </ol>
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('act.pages')}>
          {!isFirst && (
            <Link className="button second" to="?#jejak">
              {t('act.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={`?sesudah=${next}#jejak`}>
              {t('act.older')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

function byWhom({ by: { role, person, organisation } }: Act): string {
  if (role === 'producer') return say({ key: 'act.by_producer', who: person.name })
  const who = { who: person.name, role: roleName(role).toLowerCase() }
  return role === 'officer' || role === 'manager'
    ? say({ key: 'act.by_officer', ...who })
    : say({ key: 'act.by_other', ...who, organisation: organisation.shortName })
}

// Of a leaving the fields are ids of goods, which nobody reads.
function detailOf({ kind, fields, reason }: Act): string {
  const named = fields.map((field) => textOf(`member.field.${field}`)).filter(Boolean)
  const why =
    kind === 'revealed'
      ? textOf(`reveal.reason.${reason}`)
      : kind === 'left'
        ? textOf(`leave.reason.${reason}`)
        : kind === 'consented'
          ? textOf(`consent.way.${reason}`)
          : ''
  return [named.join(', '), why.charAt(0).toLowerCase() + why.slice(1)].filter(Boolean).join(', ')
}

const textOf = (key: string): string => (key in id ? id[key as MessageKey] : '')
