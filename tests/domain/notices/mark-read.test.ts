import { expect, test } from 'vitest'
import { countNews, getNotice, readInbox } from '#app/domain/notices/inbox-queries.server.ts'
import { markAllRead } from '#app/domain/notices/mark-all-read.server.ts'
import { markRead } from '#app/domain/notices/mark-read.server.ts'
import { markUnread } from '#app/domain/notices/mark-unread.server.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { db } from '#app/platform/db.server.ts'
import { anOfficer } from '#tests/support/make.ts'
import { anOrderWith } from '#tests/support/notices.ts'

const at = new Date('2026-11-24T03:00:00Z')
const missing = { kind: 'not_found', said: { key: 'error.not_found' } }

/** An officer who was told that so many goods run low, a minute apart. */
async function anOfficerTold(count: number) {
  const officer = await anOfficer()
  for (let i = 0; i < count; i += 1)
    await tell(
      db,
      {
        kind: 'stock.low',
        to: { membershipId: officer.membershipId },
        about: `var_${i}`,
        values: { name: `Keripik ${i}`, pieces: i },
      },
      new Date(at.getTime() + i * 60_000),
    )
  const notices = await db.notice.findMany({
    where: { membershipId: officer.membershipId },
    orderBy: { toldAt: 'asc' },
  })
  return { officer, notices, ids: notices.map(({ id }) => id) }
}
const readAt = async (id: string) => (await db.notice.findUniqueOrThrow({ where: { id } })).readAt

test('a notice of somebody else is not there: not to read, not to mark, not to open', async () => {
  const { ids } = await anOfficerTold(1)
  const { officer: stranger } = await anOfficerTold(1)
  const [noticeId = ''] = ids
  for (const id of [noticeId, 'ntc_none']) {
    await expect(markRead(db, stranger, { noticeId: id }, at)).rejects.toMatchObject(missing)
    await expect(markUnread(db, stranger, { noticeId: id })).rejects.toMatchObject(missing)
    await expect(markAllRead(db, stranger, { upTo: id }, at)).rejects.toMatchObject(missing)
    expect(await getNotice(db, stranger, id)).toBeNull()
  }
  expect((await readInbox(db, stranger)).page.map(({ id }) => id)).not.toContain(noticeId)
  expect(await readAt(noticeId)).toBeNull()
})

test('who left an organisation opens nothing of it any more', async () => {
  const { officer, ids } = await anOfficerTold(1)
  await db.membership.update({ where: { id: officer.membershipId }, data: { endedAt: at } })
  await expect(markRead(db, officer, { noticeId: ids[0] ?? '' }, at)).rejects.toMatchObject(missing)
  expect(await getNotice(db, officer, ids[0] ?? '')).toBeNull()
})

test('reading counts once, and can be taken back', async () => {
  const { officer, ids } = await anOfficerTold(2)
  const [noticeId = ''] = ids
  const later = new Date(at.getTime() + 3_600_000)
  await markRead(db, officer, { noticeId }, at)
  await markRead(db, officer, { noticeId }, later)
  expect(await readAt(noticeId)).toEqual(at)
  expect(await countNews(db, officer)).toBe(1)
  expect((await readInbox(db, officer)).page.map(({ id }) => id)).toEqual([ids[1], ids[0]])
  await markUnread(db, officer, { noticeId })
  expect(await countNews(db, officer)).toBe(2)
})

test('all are marked up to the newest that was on the page, and what came since is not', async () => {
  const { officer, ids } = await anOfficerTold(3)
  await markAllRead(db, officer, { upTo: ids[1] ?? '' }, at)
  expect(await countNews(db, officer)).toBe(1)
  expect(await readAt(ids[2] ?? '')).toBeNull()
})

test('pages go on by key, unread first, and leave nothing out', async () => {
  const { officer, ids } = await anOfficerTold(35)
  for (const noticeId of ids.slice(20, 30)) await markRead(db, officer, { noticeId }, at)
  const first = await readInbox(db, officer)
  const second = await readInbox(db, officer, first.next)
  expect([first.page.length, second.page.length, second.next]).toEqual([30, 5, undefined])
  const expected = [...ids.slice(30).reverse(), ...ids.slice(0, 20).reverse(), ...ids.slice(20, 30).reverse()]
  expect([...first.page, ...second.page].map(({ id }) => id)).toEqual(expected)
})

test('what waits is on top and counted although it was read', async () => {
  const { officer } = await anOrderWith()
  const { waiting } = await readInbox(db, officer)
  await markRead(db, officer, { noticeId: waiting[0]?.id ?? '' }, at)
  expect((await readInbox(db, officer)).waiting).toHaveLength(1)
  expect(await countNews(db, officer)).toBe(1)
})

test('what somebody answered is news no more, for whoever else was told of it', async () => {
  const { officer, order } = await anOrderWith()
  expect(await countNews(db, officer)).toBe(1)
  await db.purchaseOrder.update({ where: { id: order.id }, data: { status: 'accepted' } })
  expect(await countNews(db, officer)).toBe(0)
  const { waiting, page } = await readInbox(db, officer)
  expect([waiting, page]).toMatchObject([[], [{ kind: 'order.placed', readAt: null, waits: true }]])
})
