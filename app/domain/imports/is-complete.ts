import type { Content } from '#app/domain/proposals/content.ts'
import { submitProposalForm } from '#app/domain/proposals/rules.ts'
import { newId } from '#app/platform/ids.ts'

/**
 * Whether somebody else can look at it: the form's own question. Numbers of certificates are in no column: whoever typed
 * them was asked then, and a price does not wait for them.
 */
export function isComplete(content: Content): boolean {
  const text = (price: bigint | null) => (price === null ? undefined : String(price))
  const packs = content.variants.map((pack) => ({
    ...filled(pack),
    retailPrice: text(pack.retailPrice),
    wholesalePrice: text(pack.wholesalePrice),
    memberPrice: text(pack.memberPrice),
    breaks: undefined,
  }))
  const [first, ...more] = packs
  const { variants: _, halalNumber: _h, pirtNumber: _p, bpomNumber: _b, ...product } = content
  const form = { proposalId: newId('proposal'), version: 0, ...filled(product), ...first, more }
  return content.processing !== null && submitProposalForm.safeParse(form).success
}

const filled = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
