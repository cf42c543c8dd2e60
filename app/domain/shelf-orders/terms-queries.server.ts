import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { PriceBreak } from './pricing.ts'

const { sql } = Prisma

/** What ordering a variant `v` is bound to, for one chain and one day of delivery; as the columns of `OrderTerms`. */
export type OrderTerms = {
  breaks: PriceBreak[]
  /** What the chain's first order has to come to; null when it has ordered before, or nothing is asked. */
  firstOrderCartons: number | null
  /** Pieces that can still be made for the week of the delivery; null where nobody set a limit. */
  weekLeft: number | null
}

/** As they come out of JSON. */
export type BreakRow = { fromCartons: number; price: number }
type TermsRow = Omit<OrderTerms, 'breaks'> & { breaks: BreakRow[] }

// Rupiah in JSON are numbers; the largest price is far inside what a number holds.
export const readBreaks = (breaks: BreakRow[]): PriceBreak[] =>
  breaks.map(({ fromCartons, price }) => ({ fromCartons, price: BigInt(price) }))

export const readTerms = ({ breaks, firstOrderCartons, weekLeft }: TermsRow): OrderTerms => ({
  breaks: readBreaks(breaks),
  firstOrderCartons,
  weekLeft,
})

/** The price steps of a variant `v`, the lowest first. */
export const breaksColumn = sql`
  (select coalesce(json_agg(json_build_object('fromCartons', from_cartons, 'price', price) order by from_cartons), '[]')
    from price_breaks where variant_id = v.id) as breaks`

/** Weeks begin on Monday. What was declined or left is neither an order nor work. */
export const termColumns = (chainId: string, deliverOn: Day) => sql`
  ${breaksColumn},
  case when v.first_order_cartons > v.min_cartons and not exists (
    select from purchase_order_lines line join purchase_orders one on one.id = line.purchase_order_id
    where line.variant_id = v.id and one.chain_id = ${chainId} and line.status not in ('declined', 'left')
  ) then v.first_order_cartons end as "firstOrderCartons",
  case when v.weekly_capacity_pieces is not null then greatest(0, v.weekly_capacity_pieces - coalesce((
    select sum(line.cartons * line.units_per_carton) from purchase_order_lines line
    where line.variant_id = v.id and line.status not in ('declined', 'left')
      and line.deliver_on >= date_trunc('week', ${toDate(deliverOn)}::date)
      and line.deliver_on < date_trunc('week', ${toDate(deliverOn)}::date) + interval '7 days'
  ), 0))::int end as "weekLeft"`

export type WithTerms<Row> = Omit<Row, keyof OrderTerms> & TermsRow
