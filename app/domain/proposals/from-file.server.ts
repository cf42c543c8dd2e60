import { Prisma } from '#app/generated/prisma/client.ts'

/** Whether a proposal, a row of `product_proposals` by this alias, was sent in a file and is reviewed with it. */
export const isFromFile = (proposal: string): Prisma.Sql => {
  const alias = Prisma.raw(proposal)
  return Prisma.sql`exists (
    select from import_rows r join imports i on i.id = r.import_id and i.status = 'done'
    join memberships m on m.id = i.confirmed_by
    where r.proposal_id = ${alias}.id and m.person_id = ${alias}.proposed_by
  )`
}
