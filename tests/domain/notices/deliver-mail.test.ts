import { expect, onTestFinished, test } from 'vitest'
import { deliverMail } from '#app/domain/notices/deliver-mail.server.ts'
import { planDeliveries } from '#app/domain/notices/plan-deliveries.server.ts'
import { unsubscribeToken } from '#app/domain/notices/unsubscribe.server.ts'
import { db } from '#app/platform/db.server.ts'
import { mailer } from '#app/platform/mail.server.ts'
import { anOrderWith } from '#tests/support/notices.ts'
import { anSmtpServer } from '#tests/support/smtp-server.ts'

const origin = 'https://rak.example'
const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000)

/** An officer's mail about an order that is due, and a post office that answers so. */
async function aMailDue(answers: number[] = []) {
  const { officer, order, at } = await anOrderWith()
  const office = await anSmtpServer(answers)
  const notices = await db.notice.findMany({ select: { id: true } })
  await planDeliveries(
    db,
    notices.map(({ id }) => id),
    at,
  )
  const post = mailer({ SMTP_URL: office.url })
  onTestFinished(() => post.close())
  const { membershipId } = officer
  const deliver = (when: Date) => deliverMail(db, post, { membershipId, origin }, when)
  const delivery = () => db.delivery.findFirstOrThrow({ where: { channel: 'mail' } })
  return { ...office, officer, order, at, deliver, delivery }
}

test('a mail says what happened, leads there, and can be ended with one click', async () => {
  const { officer, order, at, deliver, delivery, taken, commands } = await aMailDue()
  await deliver(minutes(at, 4))
  expect(taken).toEqual([]) // what else happens in five minutes goes with it
  await deliver(minutes(at, 5))
  await deliver(minutes(at, 6))
  expect(taken.map(({ to }) => to)).toEqual([[`${officer.personId}@rak.example`]])
  const whole = (taken[0]?.data ?? '').replaceAll('=\n', '').replaceAll('=3D', '=')
  const notice = await db.notice.findFirstOrThrow()
  expect(whole).toContain(order.number)
  expect(whole).toContain(`${origin}/kabar/${notice.id}`)
  expect(whole.replace(/\n\s+/g, ' ')).toContain(
    `List-Unsubscribe: <${origin}/surat/berhenti/${unsubscribeToken(officer.membershipId)}>`,
  )
  expect(whole).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await delivery()).toMatchObject({ status: 'sent', attempts: 1, sentAt: minutes(at, 5) })
  expect(commands.slice(0, 4)).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA'])
})

test('a post office that says not now is asked again later, and then takes it once', async () => {
  const { at, deliver, delivery, taken } = await aMailDue([450])
  await deliver(minutes(at, 5))
  expect(await delivery()).toMatchObject({
    status: 'waiting',
    dueAt: minutes(at, 6),
    reason: expect.stringMatching(/^smtp 450/),
  })
  await deliver(minutes(at, 5.5))
  expect(taken).toEqual([])
  await deliver(minutes(at, 6))
  await deliver(minutes(at, 7))
  expect(taken).toHaveLength(1)
  expect(await delivery()).toMatchObject({ status: 'sent', attempts: 2 })
})

test('an address that is refused is not tried again, and is not written into the books', async () => {
  const { officer, at, deliver, delivery, taken } = await aMailDue([550])
  await deliver(minutes(at, 5))
  await deliver(minutes(at, 500))
  expect(taken).toEqual([])
  const { status, attempts, reason } = await delivery()
  expect([status, attempts]).toEqual(['failed', 1])
  expect(reason).toMatch(/^smtp 550/)
  expect(reason).not.toContain(officer.personId)
})

test('a post office that is not there is tried eight times, each after twice as long', async () => {
  const { at, deliver, delivery } = await aMailDue(Array.from({ length: 20 }, () => 451))
  let when = minutes(at, 5)
  for (let i = 0; i < 7; i += 1) {
    await deliver(when)
    const { status, dueAt } = await delivery()
    expect([status, dueAt.getTime() - when.getTime()]).toEqual(['waiting', 60_000 * 2 ** i])
    when = dueAt
  }
  await deliver(when)
  expect(await delivery()).toMatchObject({ status: 'failed', attempts: 8 })
})

test('two workers at once send one mail', async () => {
  const { at, deliver, taken } = await aMailDue()
  await Promise.all([deliver(minutes(at, 5)), deliver(minutes(at, 5)), deliver(minutes(at, 5))])
  expect(taken).toHaveLength(1)
})
