import { isFromFile } from '#app/domain/proposals/from-file.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { allKinds, shapeOf, type WaitingKind } from './kinds.ts'

const { sql } = Prisma

/** How the thing itself says that it waits for an answer; `t` is its own row. */
type Awaited = {
  table: Prisma.Sql
  waits: Prisma.Sql
  /** Who is passed over in time, and how; absent where only the operator answers and is told at once. */
  passedOn?: {
    joins: Prisma.Sql
    since: Prisma.Sql
    organisation: Prisma.Sql
    /** The person who may not answer it. */
    except: Prisma.Sql
    /** What the text is filled with, as `tell` was given it. */
    said: Prisma.Sql
    occasion: Prisma.Sql
  }
}

const nobody = sql`null::text`
const once = sql`''`
const rupiah = sql`'Rp' || replace(to_char(t.total, 'FM999,999,999,999,999'), ',', '.')`

const ofOrder = (since: Prisma.Sql, organisation: Prisma.Sql, said: Prisma.Sql) => ({
  joins: sql`join shelf_orders s on s.id = t.shelf_order_id
    join organisations cooperative on cooperative.id = t.cooperative_id
    join organisations chain on chain.id = t.chain_id`,
  since,
  organisation,
  except: nobody,
  said,
  occasion: once,
})

/** What waits is asked of the thing itself: whoever answered it need not think of notices. */
export const awaited: Record<WaitingKind, Awaited> = {
  'order.placed': {
    table: sql`purchase_orders`,
    waits: sql`t.status = 'sent'`,
    passedOn: ofOrder(
      sql`s.placed_at`,
      sql`t.cooperative_id`,
      sql`jsonb_build_object('number', t.number, 'chain', chain.short_name, 'total', ${rupiah})`,
    ),
  },
  'order.countered': {
    table: sql`purchase_orders`,
    waits: sql`t.status = 'countered'`,
    passedOn: ofOrder(
      sql`t.answered_at`,
      sql`t.chain_id`,
      sql`jsonb_build_object('number', t.number, 'cooperative', cooperative.short_name)`,
    ),
  },
  'proposal.submitted': {
    table: sql`product_proposals`,
    waits: sql`t.status = 'submitted'`,
    passedOn: {
      joins: sql`join people proposer on proposer.id = t.proposed_by`,
      // What was sent in a file is passed on with it.
      since: sql`case when ${isFromFile('t')} then null else t.submitted_at end`,
      organisation: sql`t.cooperative_id`,
      except: sql`t.proposed_by`,
      said: sql`jsonb_build_object('proposer', proposer.name, 'name', t.name)`,
      occasion: sql`t.version::text`,
    },
  },
  'import.proposed': {
    table: sql`imports`,
    waits: sql`t.status = 'done' and exists (
      select from import_rows r join product_proposals u on u.id = r.proposal_id
      where r.import_id = t.id and u.status = 'submitted'
    )`,
    passedOn: {
      joins: sql`join memberships sender on sender.id = t.confirmed_by join people proposer on proposer.id = sender.person_id`,
      since: sql`t.finished_at`,
      organisation: sql`t.cooperative_id`,
      except: sql`sender.person_id`,
      said: sql`jsonb_build_object('proposer', proposer.name, 'file', t.file_name)`,
      occasion: once,
    },
  },
  'member.asked': {
    table: sql`producer_requests`,
    waits: sql`t.status = 'open'`,
    passedOn: {
      joins: sql`join producers r on r.id = t.producer_id`,
      since: sql`t.asked_at`,
      organisation: sql`t.cooperative_id`,
      except: sql`t.asked_by`,
      said: sql`jsonb_build_object('producer', r.name, 'what', case t.kind when 'erasure' then 'dihapus' else 'dibetulkan' end)`,
      occasion: once,
    },
  },
  'application.sent': { table: sql`applications`, waits: sql`t.status = 'submitted'` },
  'certificate.sent': {
    table: sql`certificates`,
    waits: sql`t.status = 'attested' and t.file_key is not null and t.replaced_at is null`,
  },
}

export const waitingKinds = allKinds.filter((kind) => shapeOf(kind).waits) as WaitingKind[]

/** Whether the thing of the notice `n` waits for an answer at this moment. */
export const stillWaits: Prisma.Sql = sql`case n.kind ${Prisma.join(
  waitingKinds.map((kind) => {
    const { table, waits } = awaited[kind]
    return sql`when ${kind} then exists (select from ${table} t where t.id = n.about_id and ${waits})`
  }),
  ' ',
)} else false end`
