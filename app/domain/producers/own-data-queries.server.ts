// What the file of a member's data holds beyond what its page shows: all rows there are, however many.
import { allow, type ProducerMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Everything that was asked, agreed, closed and done for the producer that is signed in, the newest first. */
export async function readOwnHistory(db: Db, producer: ProducerMember) {
  allow(producer, 'own.read')
  const where = { producerId: producer.producerId, cooperativeId: producer.cooperativeId }
  const name = { select: { person: { select: { name: true } } } }
  const [consents, closures, requests, acts] = await Promise.all([
    db.producerConsent.findMany({
      where,
      orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      select: { textVersion: true, way: true, givenAt: true, withdrawnAt: true, recorder: name },
    }),
    db.producerClosure.findMany({
      where,
      orderBy: { startsOn: 'desc' },
      select: { startsOn: true, endsOn: true, reason: true },
    }),
    db.producerRequest.findMany({
      where,
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      select: {
        kind: true,
        field: true,
        note: true,
        status: true,
        askedAt: true,
        answerBy: true,
        answeredAt: true,
        reason: true,
      },
    }),
    db.producerAct.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: {
        kind: true,
        fields: true,
        reason: true,
        at: true,
        by: { select: { role: true, person: { select: { name: true } } } },
      },
    }),
  ])
  return { consents, closures, requests, acts }
}

const paper = {
  kind: true,
  number: true,
  holderName: true,
  issuedOn: true,
  expiresOn: true,
  status: true,
  reason: true,
  createdAt: true,
  replacedAt: true,
} as const

/** The goods of the producer that is signed in, what was proposed of them, and what stores ordered. */
export async function readOwnGoods(db: Db, producer: ProducerMember) {
  allow(producer, 'own.read')
  const where = { producerId: producer.producerId, cooperativeId: producer.cooperativeId }
  const [products, proposals, orderLines, papers] = await Promise.all([
    db.product.findMany({
      where,
      orderBy: { id: 'asc' },
      omit: { id: true, cooperativeId: true, producerId: true, photoId: true },
      include: {
        photo: { select: { hash: true } },
        variants: {
          orderBy: { id: 'asc' },
          omit: { id: true, productId: true, cooperativeId: true, frontPhotoId: true },
          include: { frontPhoto: { select: { hash: true } } },
        },
        certificates: { orderBy: [{ kind: 'asc' }, { id: 'asc' }], select: paper },
      },
    }),
    db.productProposal.findMany({
      where,
      orderBy: { id: 'asc' },
      omit: {
        id: true,
        cooperativeId: true,
        producerId: true,
        productId: true,
        photoId: true,
        proposedBy: true,
        decidedBy: true,
      },
      include: {
        photo: { select: { hash: true } },
        variants: {
          orderBy: { position: 'asc' },
          omit: { proposalId: true, cooperativeId: true, variantId: true },
          include: {
            breaks: { orderBy: { fromCartons: 'asc' }, select: { fromCartons: true, price: true } },
          },
        },
        moves: {
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          select: { fromStatus: true, toStatus: true, at: true, reason: true },
        },
      },
    }),
    db.purchaseOrderLine.findMany({
      where: {
        variant: { cooperativeId: producer.cooperativeId, product: { producerId: producer.producerId } },
      },
      orderBy: { id: 'asc' },
      select: {
        status: true,
        cartons: true,
        unitsPerCarton: true,
        deliverOn: true,
        store: { select: { name: true } },
        purchaseOrder: { select: { number: true } },
        variant: { select: { gtin: true, memberPrice: true, product: { select: { name: true } } } },
      },
    }),
    db.certificate.findMany({ where, orderBy: [{ kind: 'asc' }, { id: 'asc' }], select: paper }),
  ])
  return { products, proposals, orderLines, papers }
}
