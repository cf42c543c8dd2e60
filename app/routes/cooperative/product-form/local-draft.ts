// What was typed and not yet sent, kept on the phone.
import { unsentDays } from '#app/domain/photos/rules.ts'
import { type Typed, typedInForm } from './typed.ts'

/** `version` is the one of the server that the typing began with; `pending` is what the person has asked to send. */
export type LocalDraft = {
  proposalId: string
  productId: string | null
  version: number
  at: number
  typed: Typed
  pending: 'draft' | 'submit' | null
}

const prefix = (membershipId: string) => `rak-lokal:usulan:${membershipId}:`
const keptMs = unsentDays * 86_400_000

export function keepDraft(membershipId: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(prefix(membershipId) + draft.proposalId, JSON.stringify(draft))
    return true
  } catch {
    return false // full, or forbidden by the browser: nothing is promised then
  }
}

export function dropDraft(membershipId: string, proposalId: string): void {
  try {
    localStorage.removeItem(prefix(membershipId) + proposalId)
  } catch {}
}

/** What is kept for a proposal; or, of a form that was never saved, the newest one for the same product. */
export function findDraft(
  membershipId: string,
  { proposalId, productId, version }: { proposalId: string; productId: string | null; version: number },
): LocalDraft | null {
  const drafts = allDrafts(membershipId)
  const own = drafts.find((draft) => draft.proposalId === proposalId)
  if (own || version > 0) return own ?? null
  return drafts.find((draft) => draft.version === 0 && draft.productId === productId) ?? null
}

function allDrafts(membershipId: string): LocalDraft[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix(membershipId)))
    const drafts = keys.map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as LocalDraft)
    return drafts
      .filter((draft) => draft?.typed && draft.at > Date.now() - keptMs)
      .sort((a, b) => b.at - a.at)
  } catch {
    return []
  }
}

/** Everything a form holds, as text. */
export const typedIn = (form: HTMLFormElement): Typed => typedInForm(new FormData(form))

/** Puts kept text back into a form's fields. What is hidden is drawn by the page. */
export function typeInto(form: HTMLFormElement, typed: Typed): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type !== 'file' && field.type !== 'hidden') {
      if (field.type === 'radio') field.checked = typed[field.name] === field.value
      else if (field.type === 'checkbox') field.checked = field.name in typed
      else field.value = typed[field.name] ?? ''
    }
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = typed[field.name] ?? ''
  }
}
