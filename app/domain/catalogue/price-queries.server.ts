import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import type { Rupiah } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const newestPrices = 60

export type PriceChange = {
  id: string
  kind: 'retail' | 'wholesale' | 'member' | 'break'
  fromCartons: number | null
  /** Null where there was none before, or where a step ended. */
  before: Rupiah | null
  price: Rupiah | null
  at: Date
  /** Null for what came with the data. */
  who: string | null
}

/** Every change of a pack's prices, the newest first; `price` is what holds from then on. For its cooperative only. */
export async function listPriceChanges(
  db: Db,
  officer: CooperativeMember,
  variantId: string,
): Promise<PriceChange[]> {
  allow(officer, 'product.read')
  return db.$queryRaw<PriceChange[]>`
    select id::text, kind::text, from_cartons as "fromCartons", before, price, from_at as at, name as who from (
      select h.*, r.name,
        lag(h.price) over (partition by h.kind, h.from_cartons order by h.from_at, h.id) as before
      from variant_prices h
      join variants v on v.id = h.variant_id and v.cooperative_id = ${officer.cooperativeId}
      left join memberships m on m.id = h.by_membership_id
      left join people r on r.id = m.person_id
      where h.variant_id = ${variantId}
    ) told
    where before is distinct from price
    order by told.from_at desc, told.id desc limit ${newestPrices}`
}
