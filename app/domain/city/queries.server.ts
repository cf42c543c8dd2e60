import type { Db } from '#app/platform/transaction.server.ts'
import { allow, type CityMember } from '../access/actors.ts'

type Waiting = { name: string; count: number; since: Date; answerBy: Date | null }

/**
 * What an overseer sees of the own city: who is awaited since when, the longest wait first, and what each village sells.
 *
 * A purchase order waits for its cooperative, and after a counter-offer for the chain.
 */
export async function getCity(db: Db, overseer: CityMember) {
  allow(overseer, 'city.read')
  const { city } = await db.organisation.findUniqueOrThrow({
    where: { id: overseer.organisationId },
    select: { city: { select: { code: true, name: true } } },
  })
  const code = city?.code ?? ''
  const [proposals, orders, villages] = await Promise.all([
    listWaitingProposals(db, code),
    listWaitingOrders(db, code),
    listVillages(db, code),
  ])
  return { name: city?.name ?? overseer.organisationName, proposals, orders, villages }
}

function listWaitingProposals(db: Db, cityCode: string) {
  return db.$queryRaw<Waiting[]>`
    select o.short_name as name, count(*)::int as count, min(p.submitted_at) as since, null as "answerBy"
    from product_proposals p
    join organisations o on o.id = p.cooperative_id
    join villages v on v.code = o.village_code
    where p.status = 'submitted' and v.city_code = ${cityCode}
    group by o.id
    order by since, o.short_name`
}

function listWaitingOrders(db: Db, cityCode: string) {
  return db.$queryRaw<Waiting[]>`
    select awaited.short_name as name, count(*)::int as count,
      min(case when p.status = 'sent' then s.placed_at else p.answered_at end) as since,
      min(case when p.status = 'sent' then p.answer_by end) as "answerBy"
    from purchase_orders p
    join shelf_orders s on s.id = p.shelf_order_id
    join organisations cooperative on cooperative.id = p.cooperative_id
    join villages v on v.code = cooperative.village_code
    join organisations awaited on awaited.id = case when p.status = 'sent' then p.cooperative_id else p.chain_id end
    where p.status in ('sent', 'countered') and v.city_code = ${cityCode}
    group by awaited.id
    order by since, awaited.short_name`
}

function listVillages(db: Db, cityCode: string) {
  return db.$queryRaw<{ name: string; slug: string; district: string; products: number }[]>`
    select v.name, v.slug, v.district, count(p.id)::int as products
    from villages v
    left join producers d on d.village_code = v.code and d.left_at is null
    left join products p on p.producer_id = d.id and p.status = 'published'
    where v.city_code = ${cityCode}
    group by v.code
    order by count(p.id) desc, v.name, v.code`
}
