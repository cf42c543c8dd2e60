import { allow, type CooperativeMember, type Operator } from '#app/domain/access/actors.ts'
import { maskedNik } from '#app/domain/identifiers/nik.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import { literally } from '#app/platform/like.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { gapsOf } from './missing.ts'
import { newestRequests } from './rules.ts'

const pageSize = 30

type Asked = { search: string; after?: string | undefined; hasLeft: boolean }

/** Members of the officer's cooperative by name; `search` is a part of the name or the owner's; `after` the last id seen. */
export async function listMembers(db: Db, officer: CooperativeMember, { search, after, hasLeft }: Asked) {
  allow(officer, 'member.read')
  const scope = { cooperativeId: officer.cooperativeId }
  const last = after ? await db.producer.findFirst({ where: { id: after, ...scope } }) : null
  // What LIKE reads as a pattern is text here.
  const words = literally(search.trim())
  const contains = { contains: words, mode: 'insensitive' as const }
  const found: Prisma.ProducerWhereInput = words
    ? { OR: [{ name: contains }, { record: { ownerName: contains } }] }
    : {}
  const beyond: Prisma.ProducerWhereInput = last
    ? { OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] }
    : {}
  const rows = await db.producer.findMany({
    where: { ...scope, leftAt: hasLeft ? { not: null } : null, AND: [found, beyond] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: pageSize + 1,
    select: { ...knownSelect, village: { select: { name: true } }, leftAt: true },
  })
  const page = rows.slice(0, pageSize).map((row) => ({
    id: row.id,
    name: row.name,
    village: row.village.name,
    ownerName: row.record?.ownerName ?? '',
    products: row._count.products,
    leftAt: row.leftAt,
    gaps: gapsOf(knownOf(row)),
  }))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** How many members there are, and how many have left. */
export async function countMembers(db: Db, officer: CooperativeMember) {
  allow(officer, 'member.read')
  const { cooperativeId } = officer
  const [members, left] = await Promise.all([
    db.producer.count({ where: { cooperativeId, leftAt: null } }),
    db.producer.count({ where: { cooperativeId, leftAt: { not: null } } }),
  ])
  return { members, left }
}

export const knownSelect = {
  id: true,
  name: true,
  story: true,
  record: {
    select: {
      ownerName: true,
      nib: true,
      isPkp: true,
      nikRegion: true,
      accountEnd: true,
      statementOn: true,
    },
  },
  consents: { where: { withdrawnAt: null }, select: { id: true } },
  _count: { select: { products: { where: { status: 'published' } }, photos: true, categories: true } },
} as const satisfies Prisma.ProducerSelect

type KnownRow = Prisma.ProducerGetPayload<{ select: typeof knownSelect }>

export const knownOf = ({ record, story, consents, _count }: KnownRow) => ({
  hasConsent: consents.length > 0,
  hasNib: Boolean(record?.nib),
  hasNik: Boolean(record?.nikRegion),
  hasAccount: Boolean(record?.accountEnd),
  isPkp: record?.isPkp ?? false,
  hasStatement: Boolean(record?.statementOn),
  story,
  photos: _count.photos,
  categories: _count.categories,
})

/**
 * All that is kept of one member, secrets masked: they are not even read. For its cooperative and the verifier.
 *
 * @throws Refusal `not_found` also for another cooperative's.
 */
export async function requireMember(db: Db, reader: CooperativeMember | Operator, id: string, today: Day) {
  allow(reader, reader.kind === 'operator' ? 'member.verify' : 'member.read')
  const scope = reader.kind === 'operator' ? {} : { cooperativeId: reader.cooperativeId }
  return readMember(db, { id, ...scope }, today)
}

/** The same, for whoever asked was let in already. Of requests the newest; the member's own file has all. */
export async function readMember(db: Db, where: Prisma.ProducerWhereInput, today: Day) {
  const found = await db.producer.findFirst({ where, select: memberSelect(today) })
  if (!found) throw notFound()
  const {
    record,
    village,
    cooperative,
    photos,
    categories,
    closures,
    consents,
    requests,
    memberships,
    invitations,
    ...rest
  } = found
  return {
    ...rest,
    village,
    cooperativeName: cooperative.shortName,
    record: record && recordOf(record),
    photos: photos.map(({ photo: { id, hash }, alt }) => ({ id, hash, alt })),
    categories: categories.map(({ category }) => ({ slug: category.slug, name: category.nameId })),
    closures: closures.map(closureOf),
    consent: consents[0] ?? null,
    requests: requests.map(({ asker, answerer, ...request }) => ({
      ...request,
      askerName: asker.name,
      answererName: answerer?.name ?? null,
    })),
    invitations: invitations.map(({ email, phone, ...one }) => ({ ...one, contact: email ?? phone ?? '' })),
    signIns: memberships.map(({ _count, ...signIn }) => ({ ...signIn, isActive: _count.sessions > 0 })),
    gaps: gapsOf(knownOf(found)),
  }
}

export const closureOf = (row: { id: string; startsOn: Date; endsOn: Date; reason: string }) => ({
  ...row,
  startsOn: fromDate(row.startsOn),
  endsOn: fromDate(row.endsOn),
})

const memberSelect = (today: Day) =>
  ({
    ...knownSelect,
    slug: true,
    villageCode: true,
    createdAt: true,
    leftAt: true,
    village: { select: { name: true } },
    cooperative: { select: { shortName: true } },
    record: {
      select: {
        ...knownSelect.record.select,
        // Only whether it is there; see recordOf.
        npwpSealed: true,
        nikVerifiedAt: true,
        verifier: { select: { person: { select: { name: true } } } },
        bank: true,
        accountHolder: true,
        statementRecorder: { select: { person: { select: { name: true } } } },
        isSample: true,
        version: true,
        erasedAt: true,
      },
    },
    photos: {
      orderBy: { position: 'asc' },
      select: { alt: true, photo: { select: { id: true, hash: true } } },
    },
    categories: {
      orderBy: { categorySlug: 'asc' },
      select: { category: { select: { slug: true, nameId: true } } },
    },
    closures: {
      where: { endsOn: { gt: toDate(today) } },
      orderBy: { startsOn: 'asc' },
      select: { id: true, startsOn: true, endsOn: true, reason: true },
    },
    consents: {
      where: { withdrawnAt: null },
      select: {
        id: true,
        textVersion: true,
        way: true,
        givenAt: true,
        recorder: { select: { role: true, person: { select: { name: true } } } },
      },
    },
    requests: {
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      take: newestRequests,
      select: {
        id: true,
        kind: true,
        status: true,
        field: true,
        note: true,
        askedAt: true,
        answerBy: true,
        answeredAt: true,
        reason: true,
        asker: { select: { name: true } },
        answerer: { select: { name: true } },
      },
    },
    memberships: {
      where: { endedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        createdAt: true,
        // What an officer typed, never what the person's own account says.
        invitedName: true,
        invitedContact: true,
        _count: { select: { sessions: true } },
      },
    },
    invitations: {
      where: { acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, personName: true, email: true, phone: true, expiresAt: true },
    },
  }) as const satisfies Prisma.ProducerSelect

type RecordRow = NonNullable<Prisma.ProducerGetPayload<{ select: ReturnType<typeof memberSelect> }>['record']>

function recordOf({ npwpSealed, nikRegion, verifier, statementRecorder, statementOn, ...record }: RecordRow) {
  return {
    ...record,
    nik: nikRegion && maskedNik(nikRegion),
    hasNpwp: npwpSealed !== null,
    account: record.accountEnd && `•••• ${record.accountEnd}`,
    nikVerifiedBy: verifier?.person.name ?? null,
    statementOn: statementOn && fromDate(statementOn),
    statementRecordedBy: statementRecorder?.person.name ?? null,
  }
}

/** Villages of the city that an officer's cooperative lies in; its own first. */
export async function listVillages(db: Db, officer: CooperativeMember) {
  allow(officer, 'member.read')
  const rows = await db.$queryRaw<{ code: string; name: string; is_own: boolean }[]>`
    select v.code, v.name, v.code = own.code is_own
    from organisations o join villages own on own.code = o.village_code
    join villages v on v.city_code = own.city_code
    where o.id = ${officer.cooperativeId}
    order by is_own desc, v.name`
  return rows.map(({ is_own, ...village }) => ({ ...village, isOwn: is_own }))
}
