import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { countMembers, listMembers } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ListSearch } from './list-search.tsx'

export const meta: MetaFunction = () => [{ title: `${t('members.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { searchParams } = new URL(request.url)
  const search = (searchParams.get('cari') ?? '').slice(0, 100)
  const after = searchParams.get('sesudah') ?? undefined
  const hasLeft = searchParams.has('keluar')
  const [list, counts] = await Promise.all([
    listMembers(db, officer, { search, after, hasLeft }),
    countMembers(db, officer),
  ])
  return { ...list, counts, search, hasLeft, isFirst: !after }
}

type Member = ReturnType<typeof useLoaderData<typeof loader>>['page'][number]

export default function Members() {
  const { page, next, counts, search, hasLeft, isFirst } = useLoaderData<typeof loader>()
  const here = (more: Record<string, string>) => {
    const query = new URLSearchParams({
      ...(search && { cari: search }),
      ...(hasLeft && { keluar: '' }),
      ...more,
    })
    return query.size ? `${paths.cooperative.members}?${query}` : paths.cooperative.members
  }
  return (
    <main className="page">
      <header>
        <h1>{t(hasLeft ? 'members.left_title' : 'members.title')}</h1>
        <Link className="button main" to={paths.cooperative.newMember}>
          {t('members.new')}
        </Link>
      </header>
      {(counts.members > 0 || counts.left > 0) && (
        <ListSearch
          action={paths.cooperative.members}
          search={search}
          label={t('members.search')}
          submit={t('members.search_go')}
          kept={hasLeft ? { name: 'keluar', value: '' } : null}
        />
      )}
      {page.length > 0 && (
        <ul className="members">
          {page.map((member) => (
            <Row key={member.id} member={member} />
          ))}
        </ul>
      )}
      {page.length === 0 && isFirst && (
        <div className="empty">
          <p>{search ? say({ key: 'members.none_found', search }) : t('members.none')}</p>
          {search && (
            <Link className="link" to={paths.cooperative.members}>
              {t('members.all')}
            </Link>
          )}
        </div>
      )}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('members.pages')}>
          {!isFirst && (
            <Link className="button second" to={here({})}>
              {t('members.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={here({ sesudah: next })}>
              {t('members.next')}
            </Link>
          )}
        </nav>
      )}
      <p className="quiet small">
        {hasLeft ? (
          <Link className="link" to={paths.cooperative.members}>
            {say({ key: 'members.count', count: counts.members })}
          </Link>
        ) : (
          <>
            {say({ key: 'members.count', count: counts.members })}
            {counts.left > 0 && (
              <>
                {', '}
                <Link className="link" to={`${paths.cooperative.members}?keluar`}>
                  {say({ key: 'members.left', count: counts.left })}
                </Link>
              </>
            )}
          </>
        )}
      </p>
    </main>
  )
}

function Row({ member: { id, name, village, ownerName, products, leftAt, gaps } }: { member: Member }) {
  const goods = products ? say({ key: 'members.products', count: products }) : t('members.no_products')
  return (
    <li>
      <div>
        <Link to={paths.cooperative.member(id)}>{name}</Link>
        <span className="quiet small">{[ownerName, village].filter(Boolean).join(', ')}</span>
      </div>
      <span className="small">{leftAt ? formatDay(dayOf(leftAt)) : goods}</span>
      <span className={gaps.length ? 'status wait' : 'status ok'}>
        <Icon name={gaps.length ? 'clock' : 'check'} />
        {gaps.length ? say({ key: 'members.missing', count: gaps.length }) : t('members.complete')}
      </span>
    </li>
  )
}
