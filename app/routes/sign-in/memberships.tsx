import { Form } from '@remix-run/react'
import type { Role } from '#app/domain/access/actors.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { MembershipField } from '../portal.tsx'

type Membership = { id: string; role: Role; organisationName: string; isThis: boolean }

/** For whom one can act; one of them at a time. */
export function Memberships({
  memberships,
  actor,
}: {
  memberships: Membership[]
  actor: { membershipId: string }
}) {
  return (
    <section aria-labelledby="organisasi">
      <h2 id="organisasi">{t('account.memberships')}</h2>
      <ul className="rows">
        {memberships.map(({ id, role, organisationName, isThis }) => (
          <li key={id}>
            <p>
              <strong>{organisationName}</strong>
              <span className="quiet small">{roleName(role)}</span>
            </p>
            {isThis ? (
              <span className="small ok">{t('account.membership_this')}</span>
            ) : (
              <Form method="post">
                <MembershipField membershipId={actor.membershipId} />
                <button
                  className="button second dense"
                  type="submit"
                  name="toMembershipId"
                  value={id}
                  aria-label={say({ key: 'account.switch_to', organisation: organisationName })}
                >
                  {t('account.switch')}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
