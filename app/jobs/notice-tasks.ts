import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { deliverMail } from '#app/domain/notices/deliver-mail.server.ts'
import { deliverPush } from '#app/domain/notices/deliver-push.server.ts'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { planDeliveries } from '#app/domain/notices/plan-deliveries.server.ts'
import { getPushKeys } from '#app/domain/notices/push-keys.server.ts'
import { sweepDeliveries } from '#app/domain/notices/sweep-deliveries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { mailer } from '#app/platform/mail.server.ts'
import { sendPush } from '#app/platform/push.server.ts'
import { doEach } from './do-each.ts'

const told = z.object({ noticeIds: z.array(z.string()) })
const due = z.object({ channel: z.enum(['mail', 'push']), membershipId: z.string() })
const origin = () => process.env.PUBLIC_ORIGIN ?? 'http://localhost:3000'

/** What brings notices to people, and passes on what nobody answered. */
export const noticeTasks: TaskList = {
  'notice.told': async (payload) => {
    await planDeliveries(db, told.parse(payload).noticeIds, new Date())
  },
  'delivery.due': async (payload) => {
    const { channel, membershipId } = due.parse(payload)
    if (channel === 'push')
      return deliverPush(db, sendPush, { membershipId, keys: await getPushKeys(db) }, new Date())
    const post = mailer()
    await deliverMail(db, post, { membershipId, origin: origin() }, new Date()).finally(post.close)
  },
  'answers.awaited': () => doEach([() => escalate(db, new Date()), () => sweepDeliveries(db, new Date())]),
}
