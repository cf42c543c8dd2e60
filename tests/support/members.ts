// A member as an officer registers and changes it; what a test says takes the place of what is usual.
import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { changeProducer } from '#app/domain/producers/change-producer.server.ts'
import { registerProducer } from '#app/domain/producers/register-producer.server.ts'
import { type ChangeProducer, consentVersion, type RegisterProducer } from '#app/domain/producers/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { anOfficer } from './make.ts'

export const now = new Date('2026-11-24T03:00:00Z')
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

/** Never issued: the serial is 9999. */
export const nik = '3579014101909999'
export const account = '1234567890123'

export async function registrationBy(
  officer: CooperativeMember,
  over: Partial<RegisterProducer> = {},
): Promise<RegisterProducer> {
  const { villageCode } = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  return {
    producerId: newId('producer'),
    name: 'Kelompok Keripik Ceria',
    villageCode: villageCode ?? '',
    ownerName: 'Ibu Contoh',
    consent: true,
    consentWay: 'spoken',
    consentVersion,
    ...over,
  }
}

export const register = (officer: CooperativeMember, typed: RegisterProducer, at = now) =>
  registerProducer(db, officer, typed, at)

/** A registered member and its officer. */
export async function aMember(over: Partial<RegisterProducer> & { officer?: CooperativeMember } = {}) {
  const { officer = await anOfficer(), ...rest } = over
  const typed = await registrationBy(officer, rest)
  const { id } = await register(officer, typed)
  return { officer, producerId: id, typed }
}

/** The form of a member as the page draws it, with what a test changes. */
export async function changeOf(
  producerId: string,
  over: Partial<ChangeProducer> = {},
): Promise<ChangeProducer> {
  const producer = await db.producer.findUniqueOrThrow({
    where: { id: producerId },
    include: { record: true },
  })
  const { record } = producer
  return {
    producerId,
    version: record?.version ?? 0,
    name: producer.name,
    villageCode: producer.villageCode,
    ownerName: record?.ownerName ?? 'Ibu Contoh',
    story: producer.story,
    categories: [],
    nib: record?.nib ?? undefined,
    isPkp: record?.isPkp ?? false,
    bank: record?.bank ?? '',
    accountHolder: record?.accountHolder ?? '',
    statementOn: record?.statementOn?.toISOString().slice(0, 10),
    consent: false,
    ...over,
  }
}

export const change = async (
  officer: CooperativeMember,
  producerId: string,
  over: Partial<ChangeProducer> = {},
  at = now,
) => changeProducer(db, officer, await changeOf(producerId, over), at)

export const readRecord = (producerId: string) =>
  db.producerRecord.findUniqueOrThrow({ where: { producerId } })
export const actsOf = async (producerId: string) => {
  const rows = await db.producerAct.findMany({
    where: { producerId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ kind, fields }) => [kind, ...fields].join(' '))
}

/** Somebody who signs in for a producer. */
export async function aProducerMember(
  producer: { id: string; cooperativeId: string; name: string },
  personId?: string,
): Promise<ProducerMember> {
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: producer.cooperativeId } })
  const id = personId ?? newId('person')
  if (!personId)
    await db.person.create({
      data: { id, name: 'Bu Produsen', email: `${id}@rak.example`, passwordHash: 'none' },
    })
  const membershipId = newId('membership')
  await db.membership.create({
    data: {
      id: membershipId,
      personId: id,
      organisationId: organisation.id,
      organisationKind: 'cooperative',
      role: 'producer',
      producerId: producer.id,
    },
  })
  return {
    kind: 'producer',
    role: 'producer',
    personId: id,
    personName: 'Bu Produsen',
    membershipId,
    organisationId: organisation.id,
    organisationName: organisation.shortName,
    cooperativeId: organisation.id,
    producerId: producer.id,
    producerName: producer.name,
  }
}
