import { useEffect, useMemo, useRef, useState } from 'react'
import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'
import { type FormPhoto, fieldsOf } from './order.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { PlainPhotos } from './plain-photos.tsx'
import { sentOf, usePhotos } from './use-photos.ts'

type PhotosFieldProps = {
  /** What the form was drawn with. Another list takes the place of the photos that have arrived. */
  drawn: FormPhoto[]
  membershipId: string
  photosAt: string
  /** Under this name the phone keeps what was not sent yet. */
  place: string
  most: number
  label: string
  help: string
  orderHelp: string
  /** What is read out of a photo that nobody described, by its place. */
  usualAlt(at: number): string
  errors: string[] | undefined
  /** With what has arrived; and where something waits that has not. */
  onChange(sent: FormPhoto[]): void
  onPending(count: number): void
}

/** The photos on their board. Chosen, they are sent at once; without JavaScript they are sent with the form. */
export function PhotosField(props: PhotosFieldProps) {
  const { drawn, membershipId, photosAt, most, onChange, onPending } = props
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const way = useMemo(() => ({ membershipId, photosAt }), [membershipId, photosAt])
  const photos = usePhotos(drawn, way, `${membershipId}:${props.place}`, most)
  const { items, adopt } = photos

  // The form was drawn anew with other photos: an older typing was put back.
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current && nameOf(drawn) !== nameOf(sentOf(latest.current))) adopt(drawn)
    isFirst.current = false
  }, [drawn, adopt])
  const latest = useRef(items)
  latest.current = items

  const sent = sentOf(items)
  const fields = fieldsOf(sent)
  const name = JSON.stringify(fields)
  const told = useRef(name)
  const change = useRef(() => {})
  change.current = () => onChange(sent)
  useEffect(() => {
    if (told.current === name) return
    told.current = name
    change.current()
  }, [name])
  const pending = items.filter(({ is }) => is === 'sending' || is === 'waiting').length
  useEffect(() => {
    onPending(pending)
    // A draft of nothing but a photo that waits is one too.
    if (pending) change.current()
  }, [pending, onPending])

  const refused = items.find(({ problem }) => problem)?.problem
  const errors = refused ? [refused] : props.errors
  const notes = pending && items.some(({ is }) => is === 'waiting') ? t('photo.held') : props.help
  return (
    <div className={errors?.length ? 'field photos-field wrong' : 'field photos-field'}>
      <span className="label" id="photos-label">
        {props.label}
      </span>
      {Object.entries(fields).map(([field, value]) =>
        !isLive && field.endsWith('.alt') ? null : (
          <input key={field} type="hidden" name={field} value={value} />
        ),
      )}
      {pending > 0 && <input type="hidden" name="photosPending" value={pending} />}
      {isLive ? (
        <PhotoStrip
          id="photoId"
          photos={photos}
          way={way}
          most={most}
          usualAlt={props.usualAlt}
          describedBy={errors?.length ? 'photoId-problem photo-note' : 'photo-note'}
        />
      ) : (
        <PlainPhotos id="photoId" photos={sent} most={most} describedBy="photo-note" />
      )}
      <p className="help" id="photo-note" role="status">
        {notes}
        {sent.length > 1 && isLive && ` ${props.orderHelp}`}
      </p>
      <Problem id="photoId" errors={errors} />
    </div>
  )
}

const nameOf = (photos: { id: string; alt: string }[]) => photos.map(({ id, alt }) => `${id} ${alt}`).join()
