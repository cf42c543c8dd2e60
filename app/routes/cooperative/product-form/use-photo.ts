import { useCallback, useEffect, useRef, useState } from 'react'
import { photoProblem, refusalAtSight } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { shrinkPhoto } from './shrink-photo.ts'

export type SentPhoto = { id: string; hash: string }

type State =
  | { is: 'idle' }
  | { is: 'sending' | 'held'; preview: string; file: File }
  | { is: 'refused'; problem: string }

/**
 * Sends a chosen photo at once, so that it is there before the form is. What is no photo is refused before it is sent;
 * one that does not get through is sent again when the connection is back.
 */
export function usePhoto(membershipId: string, photosAt: string, onSent: (photo: SentPhoto) => void) {
  const [state, setState] = useState<State>({ is: 'idle' })
  const latest = useRef(0)

  const send = useCallback(
    async (file: File) => {
      const turn = ++latest.current
      const isLatest = () => turn === latest.current
      const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
      const refusal = refusalAtSight(head, file.size)
      if (refusal) return setState({ is: 'refused', problem: say(photoProblem(refusal, file.size)) })
      const preview = URL.createObjectURL(file)
      setState({ is: 'sending', preview, file })
      const answer = await upload(await shrinkPhoto(file), membershipId, photosAt)
      if (!isLatest()) return
      if (answer === 'offline') return setState({ is: 'held', preview, file })
      URL.revokeObjectURL(preview)
      if ('problem' in answer) return setState({ is: 'refused', problem: answer.problem })
      setState({ is: 'idle' })
      onSent(answer)
    },
    [membershipId, photosAt, onSent],
  )

  useEffect(() => {
    if (state.is !== 'held') return
    const again = () => void send(state.file)
    const timer = setTimeout(again, 15_000)
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [state, send])

  return { state, send }
}

async function upload(
  photo: Blob,
  membershipId: string,
  photosAt: string,
): Promise<SentPhoto | { problem: string } | 'offline'> {
  const body = new FormData()
  body.set('membershipId', membershipId)
  body.set('photo', photo)
  const response = await fetch(photosAt, { method: 'POST', body }).catch(() => null)
  if (!response) return 'offline'
  // Whoever was signed out meanwhile gets a page instead of an answer.
  return response.json().catch(() => ({ problem: t('photo.lost') }))
}
