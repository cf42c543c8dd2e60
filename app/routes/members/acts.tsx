import type { Role } from '#app/domain/access/actors.ts'
import { newestActs } from '#app/domain/producers/rules.ts'
import { id } from '#app/messages/id.ts'
import { roleName } from '#app/messages/roles.ts'
import type { MessageKey } from '#app/messages/say.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'

export type Act = {
  id: string
  kind: string
  fields: string[]
  reason: string
  at: Date
  by: { role: Role; person: { name: string }; organisation: { shortName: string } }
}

/** Who did what with a member's data; of an officer it says that it was done on the member's behalf. */
export function Acts({ acts }: { acts: Act[] }) {
  if (acts.length === 0) return <p className="quiet">{t('act.none')}</p>
  return (
    <>
      <ol className="trail">
        {acts.map((act) => (
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
      {acts.length === newestActs && (
        <p className="quiet small">{say({ key: 'act.newest', count: newestActs })}</p>
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
