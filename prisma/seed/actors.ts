import type { CooperativeMember, Operator, RetailMember } from '#app/domain/access/actors.ts'
import type { Role } from '#app/generated/prisma/enums.ts'
import { people } from './batu/people.ts'
import { idOf } from './ids.ts'
import { membershipId, organisationId, organisations } from './organisations.ts'

/** The first person with a membership in a cooperative, acting for it. */
export function officerOf(slug: string): CooperativeMember {
  const { role, ...member } = memberOf(slug)
  if (role !== 'officer' && role !== 'manager') throw new Error(`${slug} is no cooperative`)
  return { ...member, kind: 'cooperative', cooperativeId: member.organisationId, role }
}

/** The buyer of a chain, acting for it. */
export function buyerOf(slug: string): RetailMember {
  const { role, ...member } = memberOf(slug)
  if (role !== 'buyer') throw new Error(`The first person of ${slug} does not buy`)
  return { ...member, kind: 'retail_chain', chainId: member.organisationId, role }
}

/** The manager of a cooperative, acting for it. */
export const managerOf = (slug: string): CooperativeMember => ({
  ...memberOf(slug, 'manager'),
  kind: 'cooperative',
  cooperativeId: organisationId(slug),
  role: 'manager',
})

/** The first person who runs the platform. */
export const operatorOf = (slug: string): Operator => ({
  ...memberOf(slug),
  kind: 'operator',
  role: 'operator',
})

function memberOf(slug: string, wanted?: Role) {
  for (const { name, email, phone, for: roles } of people) {
    const role = roles.find(([organisation, one]) => organisation === slug && one === (wanted ?? one))?.[1]
    if (!role) continue
    const contact = email ?? phone ?? ''
    return {
      personId: idOf('person', contact),
      personName: name,
      membershipId: membershipId(contact, slug),
      organisationId: organisationId(slug),
      organisationName: organisations.find((one) => one.slug === slug)?.shortName ?? slug,
      role,
    }
  }
  throw new Error(`Nobody acts for ${slug}`)
}
