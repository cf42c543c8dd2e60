import { useCallback, useEffect, useRef, useState } from 'react'
import { photoProblem, refusalAtSight } from '#app/domain/photos/rules.ts'
import { say } from '#app/messages/say.ts'
import { newId } from '#app/platform/ids.ts'
import { type FormPhoto, placed } from './order.ts'
import { dropFromBox, keepInBox, openBox } from './photo-box.ts'
import { callOff, sendPhoto, type Way } from './send-photo.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** One photo of the field: on the server, or on its way there. */
export type Item = {
  key: string
  alt: string
  /** What it is on the server, once it is there. */
  sent: { id: string; hash: string } | null
  /** What is shown of it until then. */
  preview: string | null
  is: 'sent' | 'sending' | 'waiting' | 'refused'
  percent: number
  /** Whether this phone keeps it until it is sent. */
  isKept: boolean
  problem: string | null
}

const fromForm = ({ id, hash, alt }: FormPhoto): Item => ({
  ...{ key: id, alt, sent: { id, hash }, preview: null, is: 'sent', percent: 100 },
  ...{ isKept: false, problem: null },
})
const onItsWay = (key: string, preview: string | null): Item => ({
  ...{ key, alt: '', sent: null, preview, is: 'sending', percent: 0, isKept: false, problem: null },
})

/** What is shown of a photo: the picture that is there at once, or the file itself. */
export const pictureOf = ({ sent, preview }: Item): string =>
  sent ? `/media/${sent.hash}-640.jpeg` : (preview ?? '')

/** The photos that are on the server, as the form carries them. */
export const sentOf = (items: Item[]): FormPhoto[] =>
  items.flatMap(({ sent, alt }) => (sent ? [{ ...sent, alt }] : []))

/**
 * The photos of a form: what it was drawn with, and what is chosen from then on, sent at once and as often as it needs.
 *
 * What is chosen is kept on the phone under `place` until it has arrived, so that it goes on when the page is opened again.
 */
export function usePhotos(drawn: FormPhoto[], way: Way, place: string, most: number) {
  const [items, setItems] = useState<Item[]>(() => drawn.map(fromForm))
  const latest = useRef(items)
  latest.current = items
  const sending = useRef(new Map<string, AbortController>())

  const change = useCallback(
    (key: string, to: Partial<Item>) =>
      setItems((before) => before.map((item) => (item.key === key ? { ...item, ...to } : item))),
    [],
  )
  const send = useCallback(
    async (key: string, photo: Blob) => {
      if (sending.current.has(key)) return
      const control = new AbortController()
      sending.current.set(key, control)
      const outcome = await sendPhoto(way, key, photo, {
        signal: control.signal,
        onPercent: (percent) => change(key, { is: 'sending', percent }),
        onWait: () => change(key, { is: 'waiting' }),
      })
      sending.current.delete(key)
      if (!outcome) return
      if ('problem' in outcome) {
        await dropFromBox(key)
        return change(key, { is: 'refused', problem: outcome.problem, isKept: false })
      }
      // The same photo chosen twice is one: the field has it already.
      setItems((before) =>
        before.some(({ key: other, sent }) => other !== key && sent?.id === outcome.id)
          ? before.filter((item) => item.key !== key)
          : before.map((item) =>
              item.key === key ? { ...item, is: 'sent', sent: outcome, percent: 100 } : item,
            ),
      )
      await dropFromBox(key)
    },
    [way, change],
  )

  const take = useCallback(
    async (file: File) => {
      const key = newId('upload')
      const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
      const seen = refusalAtSight(head, file.size)
      const preview = URL.createObjectURL(file)
      setItems((before) => [...before.filter((item) => item.is !== 'refused'), onItsWay(key, preview)])
      const photo = seen && seen !== 'heic' ? null : await shrinkPhoto(file, seen === 'heic')
      if (!photo) {
        const problem = say(photoProblem(seen ?? 'unreadable', file.size))
        return change(key, { is: 'refused', problem })
      }
      const isKept = await keepInBox({ key, place, photo, at: Date.now() })
      change(key, { isKept })
      await send(key, photo)
    },
    [place, send, change],
  )

  /** Takes over what another part of the page says that the form has. */
  const adopt = useCallback(
    (photos: FormPhoto[]) =>
      setItems((before) => [...photos.map(fromForm), ...before.filter(({ sent }) => !sent)]),
    [],
  )

  useEffect(() => {
    let isLeft = false
    void openBox(place).then((boxed) => {
      if (isLeft) return
      const fresh = boxed.filter(({ key }) => !latest.current.some((item) => item.key === key))
      if (!fresh.length) return
      const added = fresh.map(({ key, photo }) => ({
        ...onItsWay(key, URL.createObjectURL(photo)),
        isKept: true,
      }))
      setItems((before) => [...before, ...added])
      for (const { key, photo } of fresh) void send(key, photo)
    })
    return () => {
      isLeft = true
    }
  }, [place, send])

  useStopping(sending)

  return {
    items,
    isFull: items.filter(({ is }) => is !== 'refused').length >= most,
    choose(files: FileList) {
      const room = most - items.filter(({ is }) => is !== 'refused').length
      for (const file of [...files].slice(0, room)) void take(file)
    },
    adopt,
    move: (from: number, to: number) => setItems((before) => placed(before, from, to)),
    describe: (key: string, alt: string) => change(key, { alt }),
    replace: (key: string, sent: { id: string; hash: string }) => change(key, { sent, preview: null }),
    remove(key: string) {
      sending.current.get(key)?.abort()
      sending.current.delete(key)
      const item = items.find((one) => one.key === key)
      if (item && !item.sent) callOff(way, key)
      void dropFromBox(key)
      setItems((before) => before.filter((one) => one.key !== key))
    },
  }
}

export type Photos = ReturnType<typeof usePhotos>

/** Whoever leaves the page stops sending; what this phone keeps goes on next time. */
function useStopping(sending: { current: Map<string, AbortController> }): void {
  useEffect(() => {
    const { current } = sending
    return () => {
      for (const control of current.values()) control.abort()
      current.clear()
    }
  }, [sending])
}
