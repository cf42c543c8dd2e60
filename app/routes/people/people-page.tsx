import { Form } from '@remix-run/react'
import type { Role } from '#app/domain/access/actors.ts'
import { keepsPeople, roleAfter, rolesOf } from '#app/domain/access/kinds.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'
import { SentLink } from './sent-link.tsx'
import type { loadPeople, takePeople } from './take.server.ts'

type People = Awaited<ReturnType<typeof loadPeople>>
type Answer = Exclude<Awaited<ReturnType<typeof takePeople>>, Response>

type PeoplePageProps = { people: People; answer: unknown; back?: { to: string; text: string } }

/**
 * Who acts for an organisation: who is in, who is invited, and who changed what. For its manager; the operator, who comes
 * from a list of organisations, invites and changes nobody.
 */
export function PeoplePage({ people, answer, back }: PeoplePageProps) {
  const { members, invitations, moves, kind, organisationName, membershipId, isOwn } = people
  const given = answer as (Answer & { data?: never }) | undefined
  const sent = given && 'sent' in given ? given.sent : undefined
  const form = answeredForm(given && 'error' in given ? (given as never) : undefined, 'undang')
  return (
    <main className="page people">
      <PageHead
        {...(back && { back })}
        title={isOwn ? t('people.title') : organisationName}
        note={say({ key: 'people.intro', organisation: organisationName })}
      />
      {sent && <SentLink {...sent} />}
      <FormProblem errors={form.errors} />
      <div className="people-columns">
        <div>
          <section aria-labelledby="masuk">
            <h2 id="masuk">{t('people.members')}</h2>
            <ul className="rows">
              {members.map((one) => (
                <Member key={one.id} one={one} people={people} />
              ))}
            </ul>
          </section>
          {invitations.length > 0 && (
            <section aria-labelledby="diundang">
              <h2 id="diundang">{t('people.invited')}</h2>
              <ul className="rows">
                {invitations.map((one) => (
                  <Invited key={one.id} one={one} membershipId={membershipId} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <section aria-labelledby="undang">
            <h2 id="undang">{t('people.invite')}</h2>
            <p className="quiet small">{t('people.invite_help')}</p>
            <Form key={sent?.link} method="post" className="stacked" autoComplete="off">
              <MembershipField membershipId={membershipId} />
              <Field
                label={t('people.invite_name')}
                field={form.field('personName')}
                maxLength={100}
                required
              />
              <Field
                label={t('sign_in.identifier')}
                help={t('sign_in.identifier_help')}
                field={form.field('identifier')}
                autoCapitalize="none"
                spellCheck={false}
                maxLength={254}
                required
              />
              <RoleField
                id="undang-role"
                roles={rolesOf[kind]}
                value={rolesOf[kind].at(1) ?? rolesOf[kind][0]}
              />
              <button className="button main" type="submit">
                {t('people.send')}
              </button>
            </Form>
          </section>
          {moves.length > 0 && <Moves moves={moves} />}
        </div>
      </div>
    </main>
  )
}

type MemberProps = { one: People['members'][number]; people: People }

function Member({ one: { id, name, role, seenAt, isMe }, people }: MemberProps) {
  const { kind, organisationName, membershipId, isOwn } = people
  const values = { name, organisation: organisationName }
  const after = keepsPeople(people.role) ? roleAfter(people.role) : null
  return (
    <li>
      <p>
        <strong>{name}</strong>
        <span className="quiet small">
          {roleName(role)}
          {isMe && `, ${t('people.me')}`},{' '}
          {seenAt ? say({ key: 'people.seen', at: formatInstant(seenAt) }) : t('people.never_seen')}
        </span>
      </p>
      {isOwn && (
        <details>
          <summary className="button second dense" aria-label={say({ key: 'people.change', name })}>
            {t('people.change_short')}
          </summary>
          <Form method="post" className="person-form">
            <MembershipField membershipId={membershipId} />
            <input type="hidden" name="memberId" value={id} />
            {rolesOf[kind].length > 1 && !isMe && (
              <div className="person-act">
                <RoleField id={`peran-${id}`} roles={rolesOf[kind]} value={role} />
                <button className="button second" type="submit" name="intent" value="role">
                  {t('people.role_save')}
                </button>
              </div>
            )}
            {!isMe && after && !keepsPeople(role) && (
              <div className="person-act">
                <p className="small">
                  {say({
                    key: 'people.hand_over_effect',
                    name,
                    role: roleName(people.role).toLowerCase(),
                    after: roleName(after).toLowerCase(),
                  })}
                </p>
                <button className="button second" type="submit" name="intent" value="hand-over">
                  {say({ key: 'people.hand_over', role: roleName(people.role).toLowerCase() })}
                </button>
              </div>
            )}
            <div className="person-act">
              <p className="small">{say({ key: 'people.remove_effect', ...values })}</p>
              <button className="button danger" type="submit" name="intent" value="remove">
                {isMe ? say({ key: 'people.leave', organisation: organisationName }) : t('people.remove')}
              </button>
            </div>
          </Form>
        </details>
      )}
    </li>
  )
}

function RoleField({ id, roles, value }: { id: string; roles: readonly Role[]; value: Role }) {
  if (roles.length === 1) return <input type="hidden" name="role" value={roles[0]} />
  return (
    <div className="field">
      <label htmlFor={id}>{t('people.role')}</label>
      <div className="box">
        <select id={id} name="role" defaultValue={value}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleName(role)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

type InvitedProps = { one: People['invitations'][number]; membershipId: string }

function Invited({ one, membershipId }: InvitedProps) {
  const { id, personName: name, contact, role, expiresAt, isOver } = one
  return (
    <li>
      <p>
        <strong>{name}</strong>
        <span className="quiet small">
          {contact}, {roleName(role)},{' '}
          {isOver ? t('people.over') : say({ key: 'people.until', until: formatInstant(expiresAt) })}
        </span>
      </p>
      <Form method="post" className="pair">
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="invitationId" value={id} />
        <button
          className="button second dense"
          type="submit"
          name="intent"
          value="renew"
          aria-label={say({ key: 'people.renew_for', name })}
        >
          {t('people.renew')}
        </button>
        <button
          className="button second dense"
          type="submit"
          name="intent"
          value="revoke"
          aria-label={say({ key: 'people.revoke_for', name })}
        >
          {t('people.revoke')}
        </button>
      </Form>
    </li>
  )
}

function Moves({ moves }: { moves: People['moves'] }) {
  const text = ({ kind, name, fromRole, toRole }: People['moves'][number]) => {
    const from = fromRole ? roleName(fromRole).toLowerCase() : ''
    const to = toRole ? roleName(toRole).toLowerCase() : ''
    if (kind === 'joined') return say({ key: 'people.move.joined', name, to })
    if (kind === 'removed' || kind === 'left') return say({ key: `people.move.${kind}`, name, from })
    return say({ key: `people.move.${kind}`, name, from, to })
  }
  return (
    <section aria-labelledby="jejak">
      <h2 id="jejak">{t('people.moves')}</h2>
      <ol className="trail">
        {moves.map((move) => (
          <li key={move.id}>
            <time>{formatInstant(move.at)}</time>
            <p>
              {text(move)}
              {move.byName !== move.name && (
                <span className="quiet">, {say({ key: 'people.by', name: move.byName })}</span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
