import type { CertificateKind, HalalScope } from '#app/generated/prisma/client.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { settings } from '../../prisma/seed/settings.ts'

/** The numbers of law, as every database has them. */
export async function theLaw(): Promise<void> {
  await db.datedSetting.createMany({
    data: settings.map((one) => ({ ...one, effectiveFrom: toDate(one.effectiveFrom) })),
    skipDuplicates: true,
  })
}

type KindOver = { slug?: string; parentSlug?: string; licences?: CertificateKind[]; halalScope?: HalalScope }

/** A category that asks something; one that was there before asks it from now on. */
export async function aKind({ slug = 'keripik-buah', ...asks }: KindOver = {}): Promise<string> {
  const names = { nameId: 'Keripik buah', nameEn: 'Fruit crisps', position: 1, ppnClass: 'taxable' } as const
  await db.category.upsert({ where: { slug }, create: { slug, ...names, ...asks }, update: asks })
  return slug
}

/** A certificate of a product, without an end unless one is given. */
export async function aCertificate(
  variant: { productId: string; cooperativeId: string },
  kind: CertificateKind,
  expiresOn: string | null = null,
): Promise<void> {
  await db.certificate.create({
    data: {
      id: newId('certificate'),
      cooperativeId: variant.cooperativeId,
      productId: variant.productId,
      kind,
      number: 'contoh',
      isSample: true,
      expiresOn: expiresOn ? toDate(expiresOn) : null,
    },
  })
}
