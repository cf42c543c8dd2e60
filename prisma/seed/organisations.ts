import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import type { Day } from '#app/platform/calendar.ts'
import { addDays } from '#app/platform/calendar.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { chains } from './batu/chains.ts'
import { cooperativeStories } from './batu/cooperatives.ts'
import { password, people } from './batu/people.ts'
import { city, cooperatives } from './batu/places.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'

const chargesPpn = new Set(['kkmp-sisir'])

type Organisation = { slug: string; kind: OrganisationKind; name: string; shortName: string; story: string }
const others: Organisation[] = [
  { slug: 'pemkot-batu', kind: 'agency', name: 'Pemerintah Kota Batu', shortName: 'Pemkot Batu', story: '' },
  { slug: 'rak-lokal', kind: 'operator', name: 'Rak Lokal', shortName: 'Rak Lokal', story: '' },
]

export const organisations = [
  ...cooperatives.map(({ slug, name, shortName, village, villageCode }) => {
    const story = cooperativeStories[village] ?? ''
    return {
      slug,
      kind: 'cooperative' as const,
      name,
      shortName,
      story,
      villageCode,
      isPkp: chargesPpn.has(slug),
    }
  }),
  ...chains.map(({ slug, name, shortName, story, isPkp }) => {
    return { slug, kind: 'retail_chain' as const, name, shortName, story, villageCode: null, isPkp }
  }),
  ...others.map((one) => ({ ...one, villageCode: null, isPkp: false })),
]

export const organisationId = (slug: string): string => idOf('organisation', slug)
export const membershipId = (email: string, organisation: string): string =>
  idOf('membership', email, organisation)

/** One salted hash for each person; the slow part, done outside the transaction. */
export const hashPasswords = (): Promise<string[]> => Promise.all(people.map(() => hashPassword(password)))

/** Writes the cooperatives, chains, city and operator, and the people who act for them. */
export async function writeOrganisations(tx: Db, hashes: string[], today: Day): Promise<void> {
  const createdAt = at(addDays(today, -240), 9)
  await tx.organisation.createMany({
    data: organisations.map((one) => ({
      ...one,
      id: organisationId(one.slug),
      cityCode: city.code,
      createdAt,
    })),
  })
  await tx.retailChain.createMany({
    data: chains.map(({ slug, rules }) => ({ organisationId: organisationId(slug), ...rules })),
  })
  const reachable = people.map(({ email, phone, ...person }, i) => ({
    ...person,
    email: email ?? null,
    phone: phone ?? null,
    contact: email ?? phone ?? '',
    passwordHash: hashes[i] ?? '',
  }))
  await tx.person.createMany({
    data: reachable.map(({ name, email, phone, contact, passwordHash }) => {
      return { id: idOf('person', contact), name, email, phone, passwordHash, createdAt }
    }),
  })
  await tx.membership.createMany({
    data: reachable.flatMap(({ contact, for: roles }) =>
      // A producer's sign-in waits for its producer; see members.ts.
      roles
        .filter(([, role]) => role !== 'producer')
        .map(([slug, role]) => ({
          id: membershipId(contact, slug),
          personId: idOf('person', contact),
          organisationId: organisationId(slug),
          organisationKind: kindOf(slug),
          role,
          createdAt,
        })),
    ),
  })
}

function kindOf(slug: string): OrganisationKind {
  const found = organisations.find((one) => one.slug === slug)
  if (!found) throw new Error(`No organisation is called ${slug}`)
  return found.kind
}
