import type { ReactNode } from 'react'
import type { readMember } from '#app/domain/producers/member-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay, formatInstant } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'

export type Member = Awaited<ReturnType<typeof readMember>>

/** What is kept of a member and nobody else sees; secrets masked. */
export function RecordTable({ member }: { member: Member }) {
  const { record } = member
  const none = <span className="quiet">{t('member.empty')}</span>
  const sample = record?.isSample && <small className="sample">{t('member.sample')}</small>
  return (
    <dl className="facts">
      <Fact term={t('member.owner')}>{record?.ownerName || none}</Fact>
      <Fact term={t('member.nik')}>
        {record?.nik ? (
          <>
            <span className="digits">{record.nik}</span>
            {sample}
            <small className={record.nikVerifiedAt ? 'ok' : 'quiet'}>
              {record.nikVerifiedAt
                ? say({
                    key: 'member.verified',
                    name: record.nikVerifiedBy ?? '',
                    at: formatInstant(record.nikVerifiedAt),
                  })
                : t('member.unverified')}
            </small>
          </>
        ) : (
          none
        )}
      </Fact>
      <Fact term={t('member.nib')}>
        {record?.nib ? (
          <>
            <span className="digits">{record.nib}</span>
            {sample}
          </>
        ) : (
          none
        )}
      </Fact>
      <Fact term={t('member.npwp')}>
        {record?.hasNpwp ? t('member.filled') : none}
        {record?.isPkp && <small>{t('member.is_pkp')}</small>}
      </Fact>
      <Fact term={t('member.gap.statement')}>
        {record?.statementOn
          ? say({
              key: 'member.statement_is',
              day: formatDay(record.statementOn),
              name: record.statementRecordedBy ?? '',
            })
          : none}
      </Fact>
      <Fact term={t('member.gap.account')}>
        {record?.account ? (
          <>
            {say({
              key: 'member.account_is',
              bank: record.bank ?? '',
              account: record.account,
              holder: record.accountHolder ?? '',
            })}
            {sample}
          </>
        ) : (
          none
        )}
      </Fact>
      <Fact term={t('consent.title')}>
        {member.consent ? (
          say({
            key: 'consent.kept',
            way: t(`consent.way.${member.consent.way}`),
            at: formatInstant(member.consent.givenAt),
            name: member.consent.recorder.person.name,
          })
        ) : (
          <span className="stop">{t('consent.none')}</span>
        )}
      </Fact>
    </dl>
  )
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What is missing of a member, and what it keeps the member from. */
export function Gaps({ gaps }: { gaps: Member['gaps'] }) {
  if (gaps.length === 0)
    return (
      <p className="status ok">
        <Icon name="check" />
        {t('member.missing_none')}
      </p>
    )
  return (
    <ul className="gaps">
      {gaps.map((gap) => (
        <li key={gap}>
          <strong>{t(`member.gap.${gap}`)}</strong> <span className="quiet">{t(`member.why.${gap}`)}</span>
        </li>
      ))}
    </ul>
  )
}
