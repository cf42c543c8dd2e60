import { type FormEvent, useEffect, useRef, useState } from 'react'

/** Holds a form back until the photos that were chosen for it have arrived, and then sends it as it was asked to be. */
export function usePhotoGate(form: React.RefObject<HTMLFormElement>) {
  const [pending, setPending] = useState(0)
  const [isHolding, setHolding] = useState(false)
  const asked = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!isHolding || pending > 0) return
    // Once the hidden fields are drawn.
    const timer = setTimeout(() => {
      setHolding(false)
      form.current?.requestSubmit(asked.current)
    })
    return () => clearTimeout(timer)
  }, [isHolding, pending, form])
  return {
    pending,
    isHolding,
    setPending,
    /** Called last, with a form that would be sent now. */
    onSubmit(event: FormEvent<HTMLFormElement>) {
      if (event.defaultPrevented || pending === 0) return
      event.preventDefault()
      asked.current = (event.nativeEvent as SubmitEvent).submitter
      setHolding(true)
    },
  }
}
