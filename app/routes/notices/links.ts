import type { Actor } from '#app/domain/access/actors.ts'
import type { Kind } from '#app/domain/notices/kinds.ts'
import { paths } from '#app/paths.ts'

type Surface = Actor['kind']
/** `wholeId`: what the thing is a part of, where only that has a page. */
type Links = Partial<Record<Surface, (aboutId: string, wholeId: string) => string>>

const chainOrder: Links = { retail_chain: (id, whole) => `${paths.retail.order(whole)}#${id}` }
const order: Links = { cooperative: paths.cooperative.order, operator: () => paths.operator.news }
const certificates: Links = {
  cooperative: paths.cooperative.certificate,
  producer: () => paths.producer.papers,
}

/** Where the thing of a kind is seen, in each portal; nothing where the notice itself says it all. */
const links: Partial<Record<Kind, Links>> = {
  'order.placed': order,
  'offer.taken': order,
  'offer.left': order,
  'proposal.submitted': {
    cooperative: paths.cooperative.review,
    operator: paths.operator.proposal,
  },
  'proposal.changes_asked': {
    cooperative: paths.cooperative.proposal,
    producer: paths.producer.proposal,
  },
  'proposal.approved': { cooperative: paths.cooperative.review, producer: paths.producer.review },
  'import.done': { cooperative: paths.cooperative.import },
  'import.proposed': { cooperative: paths.cooperative.import, operator: paths.operator.import },
  'import.approved': { cooperative: paths.cooperative.import },
  'stock.low': { cooperative: (id, product) => paths.cooperative.pack(product, id) },
  'member.asked': {
    cooperative: (id, member) => paths.cooperative.memberRequest(member, id),
    operator: (id, member) => paths.operator.memberRequest(member, id),
  },
  'member.answered': { producer: () => paths.producer.data },
  'order.countered': chainOrder,
  'order.answered': chainOrder,
  'order.shipped': chainOrder,
  'certificate.expiring': certificates,
  'certificate.expired': certificates,
  'certificate.accepted': certificates,
  'certificate.refused': certificates,
  'certificate.sent': { operator: paths.operator.paper },
  'application.sent': { operator: paths.operator.application },
}

const inboxes: Record<Surface, string> = {
  cooperative: paths.cooperative.news,
  producer: paths.producer.news,
  retail_chain: paths.retail.news,
  operator: paths.operator.news,
  agency: paths.city.home,
}

export const inboxOf = (surface: Surface): string => inboxes[surface]

/** The page of what a notice is about, in the portal of who was told; the inbox where there is none. */
export const linkOf = (kind: Kind, surface: Surface, aboutId: string, wholeId: string | null): string =>
  links[kind]?.[surface]?.(aboutId, wholeId ?? '') ?? inboxes[surface]

/** Whether there is more to see than the notice says. */
export const hasPage = (kind: Kind, surface: Surface): boolean => {
  const link = links[kind]?.[surface]
  return link !== undefined && link('', '') !== inboxes[surface]
}
