import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { fromDate, toDate } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Label } from './label.ts'
import { lotCodeOf } from './lot-code.ts'
import { type NumberedLot, numberedLots, withLotCode } from './numbered-lots.server.ts'
import type { PrintLabels } from './rules.ts'

/** A product of the officer's cooperative with what of it can be put on labels: each pack, and its lots with something left. */
export async function requireLabelChoices(db: Db, officer: CooperativeMember, productId: string) {
  allow(officer, 'label.print')
  const { cooperativeId } = officer
  const product = await db.product.findFirst({
    where: { id: productId, cooperativeId },
    select: {
      id: true,
      name: true,
      slug: true,
      status: true,
      producer: { select: { name: true } },
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { id: true, gtin: true, gtinKind: true, netContent: true },
      },
    },
  })
  if (!product) throw notFound()
  const packIds = product.variants.map(({ id }) => id)
  const rows = await db.$queryRaw<(NumberedLot & { variantId: string; left: number })[]>`
    select n.variant_id as "variantId", n.best_before as "bestBefore", n.received_on as "receivedOn", n.number,
      sum(m.on_hand)::int as "left"
    from ${numberedLots(packIds)} n join stock_movements m on m.lot_id = n.id
    group by n.id, n.variant_id, n.best_before, n.received_on, n.number having sum(m.on_hand) > 0
    order by n.best_before, n.id`
  const { variants, producer, ...named } = product
  const lotsOf = (variantId: string) =>
    rows
      .filter((row) => row.variantId === variantId)
      .map((row) => {
        const { code, bestBefore, left } = withLotCode(row)
        return { code, bestBefore, left }
      })
  return {
    ...named,
    producerName: producer.name,
    packs: variants.map(({ id, ...pack }) => ({ ...pack, lots: lotsOf(id) })),
  }
}

/**
 * What stands on the label of a pack and lot of this product.
 *
 * Printed before it is sold, too, and while it is paused: what stands behind the code is there all the same.
 *
 * @throws Refusal `not_found` for another's product; `conflict` for an archived one; `invalid` for a pack or lot that is not of this product.
 */
export async function requireLabel(
  db: Db,
  officer: CooperativeMember,
  productId: string,
  { isi: { gtin, lot } }: PrintLabels,
): Promise<Label> {
  allow(officer, 'label.print')
  const product = await db.product.findFirst({
    where: { id: productId, cooperativeId: officer.cooperativeId },
    select: {
      name: true,
      status: true,
      cooperative: { select: { shortName: true } },
      producer: { select: { name: true, village: { select: { name: true } } } },
      variants: {
        where: { gtin },
        select: {
          gtinKind: true,
          netContent: true,
          position: true,
          retailPrice: true,
          unitsPerCarton: true,
          lots: {
            where: { receivedOn: toDate(lot.receivedOn) },
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            skip: lot.number - 1,
            take: 1,
            select: { bestBefore: true },
          },
        },
      },
    },
  })
  if (!product) throw notFound()
  if (product.status === 'archived') throw new Refusal('conflict', { key: 'label.archived' })
  const pack = product.variants[0]
  const found = pack?.lots[0]
  if (!pack || !found) throw new Refusal('invalid', { key: 'form.check' }, { isi: { key: 'label.lot_gone' } })
  return {
    name: packName({ ...pack, name: product.name }),
    producerName: product.producer.name,
    villageName: product.producer.village.name,
    cooperativeName: product.cooperative.shortName,
    gtin,
    isInStoreCode: pack.gtinKind === 'in_store',
    netContent: pack.netContent,
    price: pack.retailPrice,
    unitsPerCarton: pack.unitsPerCarton,
    lotCode: lotCodeOf(lot),
    bestBefore: fromDate(found.bestBefore),
  }
}
