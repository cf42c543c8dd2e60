import { keepConsent } from '#app/domain/producers/keep-consent.server.ts'
import { accountColumns, nikColumns } from '#app/domain/producers/secrets.server.ts'
import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { officerOf } from './actors.ts'
import { ownerNames } from './batu/owners.ts'
import { people } from './batu/people.ts'
import { cooperativeOf } from './batu/places.ts'
import { producers } from './batu/producers.ts'
import { categoryOf, products } from './batu/products.ts'
import { producerId } from './catalogue.ts'
import { chanceOf } from './chance.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { membershipId, organisationId } from './organisations.ts'

/** Writes what cooperatives keep of their members, marked as examples, and the sign-in of one of them. */
export async function writeMembers(tx: Db, today: Day): Promise<void> {
  for (const [i, { name, village, products: made }] of producers.entries()) {
    const slug = cooperativeOf(village).slug
    const officer = officerOf(slug)
    const producer = { producerId: producerId(name), cooperativeId: organisationId(slug) }
    const numbers = sampleNumbers(name, i)
    // Every third member has brought nothing but a name yet, so that the list shows what is missing.
    const signIn = people.find((person) => person.producer === name)
    const isFull = i % 3 !== 2 || signIn !== undefined
    const ownerName = signIn?.name ?? ownerNames[i % ownerNames.length] ?? name
    await tx.producerRecord.create({
      data: {
        ...producer,
        ownerName,
        isSample: true,
        changedAt: at(addDays(today, -chanceOf(name)(1, 90)), 10),
        ...(isFull && {
          ...(await nikColumns(tx, producer, numbers.nik)),
          ...accountColumns(producer.producerId, numbers.account),
          nib: numbers.nib,
          bank: 'Bank Contoh',
          accountHolder: ownerName,
          statementOn: toDate(addDays(today, -chanceOf(`${name} omzet`)(10, 200))),
          statementRecordedBy: officer.membershipId,
        }),
      },
    })
    const consented = at(addDays(today, -200), 10)
    await keepConsent(tx, { producer, by: officer, way: i % 2 ? 'spoken' : 'paper', at: consented })
    const categories = products.filter((product) => product.name in made).map(categoryOf)
    await tx.producerCategory.createMany({
      data: [...new Set(categories)].map((categorySlug) => ({
        producerId: producer.producerId,
        categorySlug,
      })),
    })
  }
  await writeSignIns(tx, today)
}

// Shaped like real ones and nobody's: serials from 9000 up are not reached in a day by any office of this size.
function sampleNumbers(name: string, i: number) {
  const chance = chanceOf(`${name} nomor`)
  const two = (from: number, to: number) => String(chance(from, to)).padStart(2, '0')
  const day = chance(1, 28) + (i % 2 ? 0 : 40)
  return {
    nik: `3579${two(1, 3)}${String(day).padStart(2, '0')}${two(1, 12)}${two(60, 95)}${9000 + i}`,
    nib: `${two(1, 28)}${two(1, 12)}2590${String(10_000 + i)}`,
    account: `0000${String(1_000_000 + i * 37)}`,
  }
}

async function writeSignIns(tx: Db, today: Day): Promise<void> {
  for (const { name, email, producer, for: roles } of people) {
    const [slug, role] = roles[0] ?? []
    if (!email || !slug || role !== 'producer' || !producer) continue
    await tx.membership.create({
      data: {
        id: membershipId(email, slug),
        personId: idOf('person', email),
        organisationId: organisationId(slug),
        organisationKind: 'cooperative',
        role,
        producerId: producerId(producer),
        invitedName: name,
        invitedContact: email,
        createdAt: at(addDays(today, -60), 9),
      },
    })
  }
}
