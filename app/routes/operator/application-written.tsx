import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import type { Application } from './application.tsx'

/** What the applicant wrote, to hold against the papers. */
export function Written({ application }: { application: Application }) {
  const { kind, legalName, shortName, village, ahuNumber, nikKoperasi, nib, npwp, people } = application
  const { bank, accountEnd, accountHolder } = application
  const rows = [
    [t('apply.legal_name'), legalName],
    [t('apply.short_name'), shortName],
    ...(kind === 'cooperative'
      ? [
          [t('apply.village'), village?.name],
          [t('apply.ahu'), ahuNumber],
          [t('apply.nik_koperasi'), nikKoperasi],
        ]
      : [[t('apply.nib'), nib]]),
    [t('apply.npwp'), npwp],
    ...(bank && accountEnd
      ? [
          [
            t('apply.account'),
            say({ key: 'applications.account', bank, end: accountEnd, holder: accountHolder ?? '' }),
          ],
        ]
      : []),
  ] as [string, string | null | undefined][]
  return (
    <section aria-labelledby="ditulis">
      <h2 id="ditulis">{t('applications.written')}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numbers">{value ?? t('member.empty')}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('applications.people')}</h3>
      <ul className="named">
        {people.map(({ id, name, role, phone, email }) => (
          <li key={id}>
            {name}
            <span className="quiet small">
              {roleName(role)}, {phone ?? email}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
