import { certificateName } from '#app/domain/catalogue/readiness.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { addDays, type Day, dayOf, formatDay, toDate } from '#app/platform/calendar.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { announceHolder } from './holder.server.ts'
import { getRemindDays } from './remind-days.server.ts'

/** A worker that was away for so long still says what ended meanwhile. */
const lateDays = 7
const batch = 100

/**
 * Tells officers and producers of papers that end: so many days before as the settings say, and on the day itself, once
 * each. Who comes late hears the nearest of them only. On the day it ends a product is indexed anew, without it.
 *
 * Run twice, also at once, it tells nothing twice: a row of `certificate_reminders` is there or is not.
 */
export async function remindOfExpiry(db: Db, at: Date): Promise<void> {
  const today = dayOf(at)
  const days = await getRemindDays(db, today)
  if (days.length === 0) return
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    after = await inTransaction(db, (tx) => remindSome(tx, { today, days, after: from, at }))
  }
}

type Asked = { today: Day; days: number[]; after: string; at: Date }
type Due = {
  id: string
  daysBefore: number
  isNew: boolean
  kind: CertificateKind
  expiresOn: Day
  cooperativeId: string
  productId: string | null
  producerId: string | null
  makerId: string
  name: string
}

/** The last id of a full batch, from where the next one goes on. */
async function remindSome(tx: Db, { today, days, after, at }: Asked): Promise<string | undefined> {
  const due = await tx.$queryRaw<Due[]>`
    with due as (
      select c.id, c.kind, c.expires_on, c.cooperative_id, c.product_id, c.producer_id, r.id as maker_id,
        coalesce(p.name, r.name) as name,
        (select min(d) from unnest(${days}::int[]) d where d >= c.expires_on - ${toDate(today)}::date) as days_before
      from certificates c
      left join products p on p.id = c.product_id
      join producers r on r.id = coalesce(c.producer_id, p.producer_id)
      where c.replaced_at is null and c.status <> 'rejected' and c.id > ${after}
        and c.expires_on between ${toDate(addDays(today, -lateDays))}::date and ${toDate(addDays(today, Math.max(...days)))}::date
        and r.left_at is null and (p.id is null or p.status <> 'archived')
      order by c.id limit ${batch}
    ), told as (
      insert into certificate_reminders (certificate_id, days_before, at)
      select id, days_before, ${at} from due where days_before is not null
      on conflict do nothing returning certificate_id
    )
    select due.id, days_before as "daysBefore", told.certificate_id is not null as "isNew", kind,
      expires_on::text as "expiresOn", cooperative_id as "cooperativeId", product_id as "productId",
      producer_id as "producerId", maker_id as "makerId", name
    from due left join told on told.certificate_id = due.id
    order by due.id`
  for (const one of due) if (one.isNew) await tellOfEnd(tx, one, at)
  return due.length === batch ? due.at(-1)?.id : undefined
}

async function tellOfEnd(tx: Db, due: Due, at: Date): Promise<void> {
  const isOver = due.expiresOn <= dayOf(at)
  const news = {
    kind: isOver ? 'certificate.expired' : 'certificate.expiring',
    about: due.id,
    values: { certificate: certificateName(due.kind), name: due.name, day: formatDay(due.expiresOn) },
    occasion: String(due.daysBefore),
  } as const
  await tell(tx, { ...news, to: { organisationId: due.cooperativeId } }, at)
  await tell(tx, { ...news, to: { producerId: due.makerId } }, at)
  if (isOver) await announceHolder(tx, due)
}
