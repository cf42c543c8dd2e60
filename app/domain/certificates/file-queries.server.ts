import { type Actor, allow } from '#app/domain/access/actors.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Stored, storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** The types a paper can have, as they are sent; what is kept under any other is not sent at all. */
const types = ['application/pdf', 'image/jpeg'] as const

/**
 * The file of a paper, for whoever may see it: its cooperative, its producer, the operator; a retail chain only what the
 * operator looked at and still holds, of goods that are sold.
 *
 * @throws Refusal `not_found` also for what is somebody else's, and for a number without a paper.
 */
export async function requireFile(
  db: Db,
  reader: Actor,
  id: string,
): Promise<Stored & { type: (typeof types)[number]; kind: string }> {
  const found = await db.certificate.findFirst({
    where: { id, AND: scopeOf(reader) },
    select: { fileKey: true, fileType: true, kind: true },
  })
  const type = types.find((one) => one === found?.fileType)
  const stored = found?.fileKey && type ? await storage().get(found.fileKey) : null
  if (!found || !stored || !type) throw notFound()
  return { ...stored, type, kind: found.kind }
}

function scopeOf(reader: Actor): Prisma.CertificateWhereInput {
  switch (reader.kind) {
    case 'cooperative':
      allow(reader, 'certificate.read')
      return { cooperativeId: reader.cooperativeId }
    case 'producer': {
      allow(reader, 'own.read')
      const { producerId, cooperativeId } = reader
      return { cooperativeId, OR: [{ producerId }, { product: { producerId } }] }
    }
    case 'operator':
      allow(reader, 'certificate.verify')
      return {}
    case 'retail_chain':
      allow(reader, 'shelf_order.read')
      return {
        status: 'verified',
        replacedAt: null,
        OR: [
          { product: { status: 'published' } },
          { producer: { products: { some: { status: 'published' } } } },
        ],
      }
    default:
      throw new Refusal('forbidden', { key: 'error.forbidden' })
  }
}
