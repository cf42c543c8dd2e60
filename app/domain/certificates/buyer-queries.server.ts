import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import type { CertificateKind } from '#app/generated/prisma/client.ts'
import type { Day } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type BuyersPaper = {
  id: string
  kind: CertificateKind
  number: string
  expiresOn: Day | null
  isSample: boolean
  isChecked: boolean
  isPdf: boolean
}

/**
 * What a buyer sees of a published product's papers and those of its producer: kind, number, until when, and whether the
 * operator looked. The file is there only where it did.
 *
 * @throws Refusal `not_found` for what is not published.
 */
export async function requireBuyersPapers(db: Db, buyer: RetailMember, slug: string) {
  allow(buyer, 'shelf_order.read')
  const product = await db.product.findFirst({
    where: { slug, status: 'published' },
    select: { id: true, name: true, producerId: true, producer: { select: { name: true } } },
  })
  if (!product) throw notFound()
  const papers = await db.$queryRaw<BuyersPaper[]>`
    select id, kind, case when is_sample and file_key is null then '' else number end as number,
      expires_on::text as "expiresOn", is_sample as "isSample", status = 'verified' as "isChecked",
      coalesce(file_type = 'application/pdf', false) as "isPdf"
    from certificates
    where replaced_at is null and status <> 'rejected'
      and (product_id = ${product.id} or producer_id = ${product.producerId})
    order by kind, product_id nulls last, id`
  return { name: product.name, producerName: product.producer.name, papers }
}
