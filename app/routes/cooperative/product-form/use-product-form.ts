import { useNavigation } from '@remix-run/react'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '#app/platform/calendar.ts'
import { dropDraft, findDraft, keepDraft, type LocalDraft, typedIn, typeInto } from './local-draft.ts'
import { changedRows, rowsIn } from './rows.ts'
import { type Errors, errorsOf, isSameTyping, type Typed } from './typed.ts'

type Intent = 'draft' | 'submit'

type ProductFormStart = {
  membershipId: string
  proposalId: string
  productId: string | null
  version: number
  drawn: Typed
  /** Draws the fields anew, where rows have come or gone. */
  redraw(typed: Typed): void
  today: Day
  /** What the server said, and of what. */
  answered: { errors: Errors; typed: Typed } | null
  isHeld: boolean
}

/**
 * The living form: what is typed, what is said about it, what is kept on the phone, and what waits for the connection.
 *
 * Without JavaScript none of this runs, and the form is still one.
 */
export function useProductForm(start: ProductFormStart) {
  const { membershipId, proposalId, productId, version, drawn, redraw, today, answered, isHeld } = start
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(drawn)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Intent | null>(null)
  const [keptAt, setKeptAt] = useState<number | null>(null)
  const [found, setFound] = useState<LocalDraft | null>(null)
  const navigation = useNavigation()
  const isSending = navigation.state !== 'idle' && navigation.formMethod === 'POST'

  const keep = useCallback(
    (now: Typed, pending: Intent | null) => {
      const id = now.proposalId ?? proposalId
      const draft = { proposalId: id, productId, version, at: Date.now(), typed: now, pending }
      if (keepDraft(membershipId, draft)) setKeptAt(draft.at)
    },
    [membershipId, proposalId, productId, version],
  )
  /** Reads the fields again, with what the page itself puts into the hidden ones. */
  const reread = useCallback(
    (put: Typed = {}) => {
      if (!form.current) return
      const now = { ...typedIn(form.current), ...put }
      setTyped(now)
      keep(now, isHeld ? asked : null)
    },
    [keep, isHeld, asked],
  )

  // An answer has come: nothing of it waits to be sent any more.
  useEffect(() => {
    if (answered && form.current) keep(typedIn(form.current), null)
  }, [answered, keep])
  useRestored({ start, form, restore: setTyped, offer: setFound, send: setAsked })
  useSendAgain(isHeld ? (asked ?? 'draft') : null, form)

  const findings = errorsOf(typed, true, today)
  const shown: Errors = {}
  for (const [name, messages] of Object.entries(
    asked === 'submit' ? findings : errorsOf(typed, false, today),
  ))
    if (asked || (left.has(name) && typed[name])) shown[name] = messages
  // What only the server knows is said until the field is changed.
  for (const [name, messages] of Object.entries(answered?.errors ?? {}))
    if (name && (typed[name] ?? '') === (answered?.typed[name] ?? '')) shown[name] = messages

  return {
    form,
    typed,
    findings,
    shown,
    keptAt,
    found,
    isSending,
    reread,
    /** Adds or takes away a further pack, and goes where its typing begins. */
    changeRows(intent: string) {
      const next = form.current && changedRows(typedIn(form.current), intent)
      if (!next) return
      redraw(next)
      setTyped(next)
      keep(next, null)
      const last = rowsIn(next) - 1
      const isAdded = rowsIn(next) > rowsIn(typed)
      requestAnimationFrame(() =>
        document.getElementById(isAdded ? `more[${last}].netContent` : 'bagian-more')?.focus(),
      )
    },
    /** Takes over what an older form on this phone says. */
    takeFound() {
      if (!found || !form.current) return
      typeInto(form.current, found.typed)
      redraw(found.typed)
      setFound(null)
      const taken = { ...found.typed, proposalId, version: String(version) }
      setTyped(taken)
      keep(taken, null)
    },
    dropFound() {
      dropDraft(membershipId, found?.proposalId ?? '')
      setFound(null)
    },
    onBlur(event: { target: EventTarget }) {
      const { name } = event.target as HTMLInputElement
      if (name) setLeft((before) => new Set(before).add(name))
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
      const intent: Intent = button?.value === 'submit' ? 'submit' : 'draft'
      const now = typedIn(event.currentTarget)
      const wrong = errorsOf(now, intent === 'submit', today)
      setAsked(intent)
      setTyped(now)
      const { photo, photosPending } = event.currentTarget
      const isPhotoComing = wrong.photoId && (photo?.files?.length || photosPending)
      const [first] = Object.keys(wrong).filter((name) => name !== 'photoId' || !isPhotoComing)
      if (first) {
        event.preventDefault()
        focusOn(event.currentTarget, wrong)
        return
      }
      keep(now, intent)
    },
  }
}

function focusOn(form: HTMLFormElement, wrong: Errors): void {
  // After the sections with problems have opened.
  requestAnimationFrame(() => {
    const field = [...form.elements].find((one) => (one as HTMLInputElement).name in wrong) as
      | HTMLElement
      | undefined
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  })
}

type Restoring = {
  start: ProductFormStart
  form: React.RefObject<HTMLFormElement>
  restore(typed: Typed): void
  offer(draft: LocalDraft): void
  send(intent: Intent): void
}

// Once, when the page is there: what this phone kept is put back, or offered where the proposal has gone on without it.
function useRestored({ start, form, restore, offer, send }: Restoring): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || !form.current) return
    isDone.current = true
    const { membershipId, proposalId, version, drawn, answered } = start
    const draft = findDraft(membershipId, start)
    if (!draft || answered) return
    if (isSameTyping(draft.typed, drawn)) return dropDraft(membershipId, draft.proposalId)
    if (draft.proposalId === proposalId && draft.version !== version) return offer(draft)
    typeInto(form.current, draft.typed)
    start.redraw(draft.typed)
    restore(draft.typed)
    if (draft.pending) {
      const { pending } = draft
      send(pending)
      // Once the hidden fields are drawn.
      setTimeout(() => form.current && pressAgain(form.current, pending))
    }
  }, [start, form, restore, offer, send])
}

function useSendAgain(intent: Intent | null, form: React.RefObject<HTMLFormElement>): void {
  useEffect(() => {
    if (!intent) return
    const again = () => form.current && pressAgain(form.current, intent)
    const timer = setInterval(again, 15_000)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [intent, form])
}

function pressAgain(form: HTMLFormElement, intent: Intent): void {
  const buttons = [...form.elements].filter((one) => one instanceof HTMLButtonElement)
  form.requestSubmit(buttons.find((one) => one.name === 'intent' && one.value === intent) ?? null)
}
