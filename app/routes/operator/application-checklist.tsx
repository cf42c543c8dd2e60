import { Form } from '@remix-run/react'
import type { Item } from '#app/domain/onboarding/checklist.ts'
import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'
import { MembershipField } from '../portal.tsx'
import type { Application } from './application.tsx'

const sorts = ['computed', 'attested', 'verified'] as const

/** The list in its three kinds: what is computed, what was sent, and what somebody looked at. */
export function Checklist({ application }: { application: Application }) {
  const { items } = application
  const left = items.filter(({ holds }) => !holds).length
  return (
    <section className="checklist" aria-labelledby="periksa">
      <h2 id="periksa">{t('applications.checklist')}</h2>
      <p className={left ? 'status wait' : 'status ok'}>
        <Icon name={left ? 'clock' : 'check'} />
        {left ? say({ key: 'applications.left', count: left }) : t('applications.all_hold')}
      </p>
      {sorts.map((sort) => (
        <div key={sort}>
          <h3>{t(`item.sort.${sort}`)}</h3>
          <p className="quiet small">{t(`item.sort.${sort}_help`)}</p>
          <ul>
            {items
              .filter((item) => item.sort === sort)
              .map((item) => (
                <Line key={item.key} item={item} application={application} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

export function itemText(item: Item, kind: Application['kind']): string {
  if (item.sort === 'computed') return t(`item.${item.key}`)
  if (item.sort === 'attested') return t(`apply.paper.${item.key}`)
  return t(
    item.key === 'deed' && kind === 'retail_chain' ? 'item.verify.deed_chain' : `item.verify.${item.key}`,
  )
}

function Line({ item, application }: { item: Item; application: Application }) {
  const text = itemText(item, application.kind)
  const by =
    item.sort !== 'computed' && item.by && item.at
      ? say({
          key: item.sort === 'attested' ? 'item.attested_by' : 'item.verified_by',
          name: item.by,
          at: formatInstant(item.at),
        })
      : t(item.holds ? 'item.holds' : 'item.fails')
  return (
    <li>
      <span className={item.holds ? 'ok' : 'wait'}>
        <Icon name={item.holds ? 'check' : 'clock'} />
      </span>
      <p>
        {text}
        <span className="quiet small">{by}</span>
      </p>
      {item.sort === 'attested' && item.holds && <OpenPaper paper={item.key} application={application} />}
      {item.sort === 'verified' && <Verify item={item} text={text} application={application} />}
    </li>
  )
}

type PaperProps = { paper: ApplicationDocumentKind; application: Application }

function OpenPaper({ paper, application }: PaperProps) {
  const found = application.documents.find(({ kind }) => kind === paper)
  if (!found) return null
  return (
    <a
      className="button second dense"
      href={paths.operator.applicationPaper(application.id, found.id)}
      target="_blank"
      rel="noreferrer"
      aria-label={say({ key: 'applications.open_named', paper: t(`apply.paper.${paper}`) })}
    >
      {t('applications.open')}
    </a>
  )
}

type VerifyProps = { item: Item & { sort: 'verified' }; text: string; application: Application }

function Verify({ item, text, application }: VerifyProps) {
  const { status, isOwn, membershipId, version, documents } = application
  if (status !== 'submitted' || isOwn || !documents.some(({ kind }) => kind === item.key)) return null
  return (
    <Form method="post">
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="paper" value={item.key} />
      <button
        className="button second dense"
        type="submit"
        name="intent"
        value={item.holds ? 'unverify' : 'verify'}
        aria-label={say({
          key: item.holds ? 'applications.unverify_named' : 'applications.verify_named',
          item: text,
        })}
      >
        {t(item.holds ? 'applications.unverify' : 'applications.verify')}
      </button>
    </Form>
  )
}
