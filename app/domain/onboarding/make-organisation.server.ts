import type { Application } from '#app/generated/prisma/client.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { openSealed, seal } from '#app/platform/sealed.server.ts'
import { slugOf } from '#app/platform/slug.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { accountPlace } from './applicant.server.ts'

/** How a chain begins; its own people change it under Aturan. */
const firstRules = { safetyDays: 3, shortLifeDays: 30, dailySalesPerFacing: 1, answerHours: 48 }

/** Where an organisation's account belongs; sealed there, it opens nowhere else. */
export const organisationAccountPlace = (organisationId: string): string =>
  `organisation_records/${organisationId}/account`

/** Makes the organisation that an application is about, with what is known of it. */
export async function makeOrganisation(tx: Db, applied: Application, at: Date): Promise<string> {
  const { kind, ahuNumber, nikKoperasi, nib, npwp, bank, accountEnd, accountHolder } = applied
  const id = newId('organisation')
  const village = applied.villageCode
    ? await tx.village.findUnique({
        where: { code: applied.villageCode },
        select: { code: true, cityCode: true },
      })
    : null
  const words = slugOf(applied.shortName ?? '') || 'organisasi'
  for (let number = 1; ; number++) {
    const { count } = await tx.organisation.createMany({
      data: {
        id,
        kind,
        name: applied.legalName ?? '',
        shortName: applied.shortName ?? '',
        slug: number === 1 ? words : `${words}-${number}`,
        villageCode: village?.code ?? null,
        cityCode: village?.cityCode ?? null,
        createdAt: at,
      },
      skipDuplicates: true,
    })
    if (count) break
  }
  const account = applied.accountSealed && openSealed(applied.accountSealed, accountPlace(applied.id))
  const { count } = await tx.organisationRecord.createMany({
    data: {
      organisationId: id,
      ahuNumber,
      nikKoperasi,
      nib,
      npwp,
      bank,
      accountEnd,
      accountHolder,
      accountSealed: account ? seal(account, organisationAccountPlace(id)) : null,
    },
    skipDuplicates: true, // one_organisation_per_ahu_number, one_organisation_per_nik_koperasi
  })
  if (count === 0) throw new Refusal('conflict', { key: 'applications.is_here' })
  if (kind === 'retail_chain') await tx.retailChain.create({ data: { organisationId: id, ...firstRules } })
  return id
}
