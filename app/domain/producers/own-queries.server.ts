import { allow, type ProducerMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { type Day, fromDate } from '#app/platform/calendar.ts'
import { times } from '#app/platform/money.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { readMember } from './member-queries.server.ts'

const pageSize = 30

/** All that is kept of the producer that is signed in, secrets masked, with everybody who wrote or looked. */
export async function requireOwn(db: Db, producer: ProducerMember, today: Day) {
  allow(producer, 'own.read')
  return readMember(db, { id: producer.producerId, cooperativeId: producer.cooperativeId }, today)
}

const ofOwn = ({ producerId, cooperativeId }: ProducerMember) => ({
  variant: { cooperativeId, product: { producerId } },
})

/**
 * Lines of orders for the producer's goods, the newest first, with what the cooperative pays for them: the member's price
 * of the moment they were ordered; `after` is the last id seen.
 */
export async function listOwnLines(db: Db, producer: ProducerMember, after?: string) {
  allow(producer, 'own.read')
  const rows = await db.purchaseOrderLine.findMany({
    where: { ...ofOwn(producer), ...(after && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    select: {
      id: true,
      status: true,
      cartons: true,
      unitsPerCarton: true,
      memberPrice: true,
      deliverOn: true,
      store: { select: { name: true } },
      purchaseOrder: {
        select: {
          number: true,
          shelfOrder: { select: { chain: { select: { organisation: { select: { shortName: true } } } } } },
        },
      },
      variant: { select: { netContent: true, position: true, product: { select: { name: true } } } },
    },
  })
  const page = rows.slice(0, pageSize).map(({ store, purchaseOrder, variant, ...line }) => {
    const pieces = line.cartons * line.unitsPerCarton
    return {
      id: line.id,
      status: line.status,
      deliverOn: fromDate(line.deliverOn),
      name: packName({ ...variant, name: variant.product.name }),
      number: purchaseOrder.number,
      chainName: purchaseOrder.shelfOrder.chain.organisation.shortName,
      storeName: store.name,
      pieces,
      memberPrice: line.memberPrice,
      amount: times(line.memberPrice, pieces),
    }
  })
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** What the accepted lines that have not left come to, at the member's prices they were ordered with. */
export async function sumOwnLines(db: Db, producer: ProducerMember): Promise<bigint> {
  allow(producer, 'own.read')
  const [row] = await db.$queryRaw<{ total: bigint }[]>`
    select coalesce(sum(l.cartons::bigint * l.units_per_carton * l.member_price), 0)::bigint as total
    from purchase_order_lines l
    join variants v on v.id = l.variant_id
    join products p on p.id = v.product_id
    where p.producer_id = ${producer.producerId} and p.cooperative_id = ${producer.cooperativeId}
      and l.status = 'accepted'
      and not exists (select from stock_movements m where m.order_line_id = l.id and m.kind = 'shipped')`
  return row?.total ?? 0n
}
