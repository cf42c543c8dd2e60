import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listActs } from '#app/domain/producers/act-queries.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatDay, formatInstant, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Acts } from '../members/acts.tsx'
import { Gaps, type Member, RecordTable } from '../members/record.tsx'
import { RequestList } from '../members/requests.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const now = new Date()
  const id = params.id ?? ''
  const member = await orErrorPage(requireMember(db, officer, id, dayOf(now)))
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return { member, acts: await listActs(db, officer, id, after), now }
}

export default function MemberPage() {
  const { member, acts, now } = useLoaderData<typeof loader>()
  const { id, name, leftAt, record, requests } = member
  const open = requests.filter(({ status }) => status === 'open')
  return (
    <main className="page member">
      <header>
        <div>
          <p>
            <Link className="link small" to={paths.cooperative.members}>
              {t('members.title')}
            </Link>
          </p>
          <h1>{name}</h1>
          <p className="quiet">
            {member.village.name}, {say({ key: 'member.since', day: formatDay(dayOf(member.createdAt)) })}
          </p>
        </div>
        {!leftAt && (
          <div className="actions">
            <Link className="button second" to={paths.cooperative.changeMember(id)}>
              {t('member.change')}
            </Link>
            <Link className="button main" to={paths.cooperative.newProductFor(id)}>
              {say({ key: 'member.product_for', name })}
            </Link>
          </div>
        )}
      </header>
      {leftAt && (
        <p className="band wait">
          {record?.erasedAt
            ? say({ key: 'member.erased', day: formatDay(dayOf(record.erasedAt)) })
            : say({ key: 'member.gone_since', day: formatDay(dayOf(leftAt)) })}{' '}
          {!record?.erasedAt && (
            <Link className="link" to={paths.cooperative.memberLeaving(id)}>
              {t('leave.back')}
            </Link>
          )}
        </p>
      )}
      {open.length > 0 && (
        <RequestList requests={open} now={now} to={(one) => paths.cooperative.memberRequest(id, one)} />
      )}
      <div className="member-columns">
        <div>
          {!leftAt && (
            <section aria-labelledby="kurang">
              <h2 id="kurang">{t('member.missing_title')}</h2>
              <Gaps gaps={member.gaps} />
            </section>
          )}
          <section aria-labelledby="tertutup">
            <h2 id="tertutup">{t('member.private')}</h2>
            <RecordTable member={member} />
          </section>
        </div>
        <div>
          <Public member={member} />
          <SignIns member={member} />
          <section aria-labelledby="jejak">
            <h2 id="jejak">{t('act.title')}</h2>
            <Acts acts={acts} />
          </section>
          <p className="ways">
            <Link className="link" to={paths.cooperative.memberErasure(id)}>
              {t('erase.title')}
            </Link>
            {!leftAt && (
              <Link className="link" to={paths.cooperative.memberLeaving(id)}>
                {t('leave.title')}
              </Link>
            )}
          </p>
        </div>
      </div>
    </main>
  )
}

function Public({ member }: { member: Member }) {
  const { id, name, story, categories, photos, closures, _count } = member
  return (
    <section aria-labelledby="umum">
      <h2 id="umum">{t('member.public')}</h2>
      {photos.length > 0 && (
        <ul className="member-photos">
          {photos.map((photo, i) => (
            <li key={photo.id}>
              <img
                src={`/media/${photo.hash}-640.jpeg`}
                alt={photo.alt || say({ key: 'member.photo_alt', number: i + 1, name })}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      {story && <p className="story">{story}</p>}
      {categories.length > 0 && <p>{categories.map((one) => one.name).join(', ')}</p>}
      <p className="small">
        {_count.products
          ? say({ key: 'members.products', count: _count.products })
          : t('member.products_none')}
      </p>
      {closures.map(({ id: closure, startsOn, endsOn, reason }) => (
        <p key={closure} className="small">
          {t('closure.title')}: {formatPeriod(startsOn, endsOn)}
          {reason && `, ${reason}`}
        </p>
      ))}
      {!member.leftAt && (
        <p className="ways">
          <Link className="link" to={paths.cooperative.memberPapers(id)}>
            {t('certificates.of_producer')}
          </Link>
          <Link className="link" to={paths.cooperative.memberPhotos(id)}>
            {t('member.photos')}
          </Link>
          <Link className="link" to={paths.cooperative.memberClosures(id)}>
            {t('closure.title')}
          </Link>
          <Link className="link" to={paths.producerProfile(member.slug)} reloadDocument>
            {t('member.see_public')}
          </Link>
        </p>
      )}
    </section>
  )
}

function SignIns({ member: { id, signIns, leftAt } }: { member: Member }) {
  if (leftAt) return null
  return (
    <section aria-labelledby="akun">
      <h2 id="akun">{t('invite.title')}</h2>
      {signIns.length === 0 && <p className="quiet">{t('invite.none')}</p>}
      {signIns.map(({ id: one, invitedName, createdAt, isActive }) => (
        <p key={one}>
          {invitedName ?? t('invite.unnamed')},{' '}
          <span className="quiet">
            {isActive ? say({ key: 'invite.active', day: formatInstant(createdAt) }) : t('invite.waiting')}
          </span>
        </p>
      ))}
      <p className="ways">
        <Link className="link" to={paths.cooperative.memberSignIn(id)}>
          {t('invite.send')}
        </Link>
      </p>
    </section>
  )
}
