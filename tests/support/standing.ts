import type { OrderLineStatus } from '#app/generated/prisma/client.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, type aFixture, type aVariant } from './make.ts'

type Over = Partial<{
  level: number
  facings: number
  startMm: number
  startsOn: string
  endsOn: string
  status: OrderLineStatus
  releasedAt: Date
}>

/** Facings of a variant on a shelf for a period, as an order that was accepted leaves them. */
export async function aStanding(
  variant: Awaited<ReturnType<typeof aVariant>>,
  fixture: Awaited<ReturnType<typeof aFixture>>,
  over: Over = {},
) {
  const {
    level = 1,
    facings = 2,
    startMm = 0,
    startsOn = '2026-11-01',
    endsOn = '2027-02-01',
    ...rest
  } = over
  const shelf = fixture.shelves.find((one) => one.level === level)
  if (!shelf) throw new Error(`${fixture.name} has no shelf at level ${level}`)
  const { chainId } = fixture
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: chainId } })
  const buyer = await aBuyer({ organisation })
  const period = { startsOn: toDate(startsOn), endsOn: toDate(endsOn) }
  const [shelfOrderId, purchaseOrderId, lineId] = [newId('shelfOrder'), newId('purchaseOrder'), newId('line')]
  await db.shelfOrder.create({ data: { id: shelfOrderId, chainId, placedBy: buyer.membershipId, ...period } })
  await db.purchaseOrder.create({
    data: {
      id: purchaseOrderId,
      shelfOrderId,
      chainId,
      cooperativeId: variant.cooperativeId,
      cooperativeIsPkp: false,
      total: 324_000n,
      answerBy: toDate(startsOn),
    },
  })
  await db.purchaseOrderLine.create({
    data: {
      id: lineId,
      purchaseOrderId,
      storeId: fixture.storeId,
      variantId: variant.id,
      status: rest.status ?? 'accepted',
      cartons: 1,
      askedCartons: 1,
      unitsPerCarton: variant.unitsPerCarton,
      unitPrice: variant.wholesalePrice,
      listPrice: variant.wholesalePrice,
      memberPrice: variant.memberPrice,
      memberTerms: 'bought',
      retailPrice: variant.retailPrice,
      ppnClass: 'taxable',
      deliverOn: toDate(startsOn),
    },
  })
  return db.shelfBooking.create({
    data: {
      id: newId('booking'),
      shelfId: shelf.id,
      chainId,
      lineId,
      variantId: variant.id,
      facings,
      stack: 1,
      packWidthMm: variant.widthMm,
      packHeightMm: variant.heightMm,
      packDepthMm: variant.depthMm,
      startMm,
      endMm: startMm + facings * variant.widthMm,
      releasedAt: rest.releasedAt ?? null,
      ...period,
    },
  })
}
