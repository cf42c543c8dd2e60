import { expect, test } from 'vitest'
import { openSession } from '#app/domain/access/sessions.server.ts'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { planDeliveries } from '#app/domain/notices/plan-deliveries.server.ts'
import { getPushKeys } from '#app/domain/notices/push-keys.server.ts'
import { afterQuiet } from '#app/domain/notices/rules.ts'
import { subscribe } from '#app/domain/notices/subscribe.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { anOperator } from '#tests/support/make.ts'
import { anOrderWith } from '#tests/support/notices.ts'
import { aPushService } from '#tests/support/push-service.ts'

const jakarta = (text: string) => new Date(`${text}:00+07:00`)
const set = (key: string, value: bigint, from: string) =>
  db.datedSetting.create({ data: { key, value, effectiveFrom: toDate(from), source: 'keputusan rapat' } })

test.for([
  [{ from: 21, until: 5 }, '2026-11-24T20:59', '2026-11-24T20:59'],
  [{ from: 21, until: 5 }, '2026-11-24T21:00', '2026-11-25T05:00'],
  [{ from: 21, until: 5 }, '2026-11-24T04:59', '2026-11-24T05:00'],
  [{ from: 21, until: 5 }, '2026-11-24T05:00', '2026-11-24T05:00'],
  [{ from: 0, until: 6 }, '2026-11-24T00:00', '2026-11-24T06:00'],
  [{ from: 0, until: 6 }, '2026-11-24T23:00', '2026-11-24T23:00'],
  [{ from: 21, until: 0 }, '2026-11-24T22:00', '2026-11-25T00:00'],
  [{ from: 7, until: 7 }, '2026-11-24T07:00', '2026-11-24T07:00'],
] as const)('with quiet hours %o what happens at %s rings at %s', ([quiet, happens, rings]) => {
  expect(afterQuiet(jakarta(happens), quiet)).toEqual(jakarta(rings))
})

test('a phone stays silent for the hours in force on the day, and for others from the day they are decided for', async () => {
  const { officer, at } = await anOrderWith()
  const { token } = await openSession(db, { ...officer, device: 'ponsel', isKnownDevice: true }, at)
  const phone = (await aPushService((await getPushKeys(db, {})).publicKey)).aBrowser()
  await subscribe(db, officer, { ...phone, token }, at)
  const { id } = await db.notice.findFirstOrThrow()
  const ringsAt = async (when: string) => {
    await db.delivery.deleteMany()
    await planDeliveries(db, [id], jakarta(when))
    return (await db.delivery.findFirstOrThrow({ where: { channel: 'push' } })).dueAt
  }
  await set('notice.quiet_until', 7n, '2026-11-26')
  expect(await ringsAt('2026-11-25T04:00')).toEqual(jakarta('2026-11-25T05:00'))
  expect(await ringsAt('2026-11-26T04:00')).toEqual(jakarta('2026-11-26T07:00'))
})

test('what waits is passed on after the hours in force on the day', async () => {
  await anOperator()
  const { at } = await anOrderWith() // placed on the 24th at 10.00
  await set('notice.pass_on_hours', 12n, '2026-11-25')
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
  expect(await escalate(db, hours(13))).toEqual({ passedOn: 0 }) // still the 24th
  expect(await escalate(db, hours(15))).toEqual({ passedOn: 1 })
})

test.for([
  ['notice.quiet_from', 24n],
  ['notice.quiet_until', -1n],
  ['notice.pass_on_hours', 0n],
  ['work.last_weekday', 8n],
] as const)('%s cannot be %d', async ([key, value]) => {
  await expect(set(key, value, '2026-11-25')).rejects.toThrow('hours_and_weekdays_exist')
})
