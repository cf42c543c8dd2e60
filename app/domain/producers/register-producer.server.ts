import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { slugOf } from '#app/platform/slug.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { keepConsent } from './keep-consent.server.ts'
import type { RegisterProducer } from './rules.ts'

/**
 * Takes a member into the officer's cooperative, with the owner's name and consent. From now on products can be listed
 * on its behalf.
 *
 * The same form sent again registers nobody twice and gives the same answer.
 *
 * @throws Refusal `invalid` for a village that is not of the cooperative's city; `not_found` for an id of another
 * cooperative.
 */
export async function registerProducer(
  db: Db,
  officer: CooperativeMember,
  typed: RegisterProducer,
  at: Date,
): Promise<{ id: string }> {
  allow(officer, 'member.keep')
  const { producerId, name, villageCode, ownerName } = typed
  const producer = { producerId, cooperativeId: officer.cooperativeId }
  return inTransaction(db, async (tx) => {
    await requireVillage(tx, officer.cooperativeId, villageCode)
    const isNew = await createUnderFreeSlug(tx, { ...producer, name, villageCode, at })
    if (!isNew) {
      if (!(await tx.producer.count({ where: { id: producerId, cooperativeId: officer.cooperativeId } })))
        throw notFound()
      return { id: producerId }
    }
    await tx.producerRecord.create({ data: { ...producer, ownerName, changedAt: at } })
    await keepAct(tx, { producer, kind: 'registered', by: officer, at })
    await keepConsent(tx, { producer, by: officer, way: typed.consentWay, at })
    await announceChange(tx)
    return { id: producerId }
  })
}

/** Refuses a village outside the city of the cooperative, like one that does not exist. */
export async function requireVillage(tx: Db, cooperativeId: string, code: string): Promise<void> {
  const [village] = await tx.$queryRaw<unknown[]>`
    select from villages v
    join villages own on own.city_code = v.city_code
    join organisations o on o.village_code = own.code and o.id = ${cooperativeId}
    where v.code = ${code}`
  const message = { key: 'village.missing' } as const
  if (!village) throw new Refusal('invalid', { key: 'form.check' }, { villageCode: message })
}

type New = { producerId: string; cooperativeId: string; name: string; villageCode: string; at: Date }

// False when the id is there already. Two of one name at once get two addresses.
async function createUnderFreeSlug(tx: Db, { producerId: id, at, ...row }: New): Promise<boolean> {
  const words = slugOf(row.name) || 'produsen'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? words : `${words}-${number}`
    const data = { id, ...row, slug, createdAt: at }
    const { count } = await tx.producer.createMany({ data, skipDuplicates: true })
    if (count === 1) return true
    if (await tx.producer.count({ where: { id } })) return false
  }
}
