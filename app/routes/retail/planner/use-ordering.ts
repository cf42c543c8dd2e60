import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import type { Draft } from '#app/domain/shelf-plans/draft.ts'
import type { Problems } from './problems.ts'
import type { Kept } from './use-plan-saving.ts'

/** Sending the order. What was drawn last goes to the server first: the order is of a version that it knows. */
export function useOrdering(flush: () => Promise<Kept | null>) {
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const isBusy = useNavigation().formData?.get('intent') === 'order'
  async function order(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const target = event.currentTarget
    const kept = await flush()
    if (!kept) return
    const body = new FormData(target)
    body.set('intent', 'order')
    body.set('planId', kept.planId ?? '')
    body.set('version', String(kept.version))
    submit(body, { method: 'post' })
  }
  return { form, order, isBusy }
}

const nothingWrong: Problems = { form: [], fields: {} }

/** What an answer found wrong, until the draft is another. */
export function useStillTrue(said: Problems, draft: Draft): Problems {
  const [seen, setSeen] = useState({ said, draft })
  if (seen.said !== said) setSeen({ said, draft })
  return seen.said === said && seen.draft === draft ? said : nothingWrong
}
