import { useEffect, useMemo, useRef, useState } from 'react'
import { mostProductPhotos } from '#app/domain/photos/rules.ts'
import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'
import { fieldsOf, photosIn } from '../../photos/order.ts'
import { PhotoStrip } from '../../photos/photo-strip.tsx'
import { PlainPhotos } from '../../photos/plain-photos.tsx'
import { sentOf, usePhotos } from '../../photos/use-photos.ts'
import type { FormState } from './form-state.ts'
import type { Typed } from './typed.ts'

type PhotoFieldProps = {
  state: FormState
  membershipId: string
  photosAt: string
  /** The proposal whose photos they are; under its name this phone keeps what was not sent yet. */
  proposalId: string
  onType(put?: Typed): void
  onPending(count: number): void
}

/** The photos on their board. Chosen, they are sent at once; without JavaScript they are sent with the form. */
export function PhotoField(props: PhotoFieldProps) {
  const { state, membershipId, photosAt, proposalId, onType, onPending } = props
  const { drawn, shown, typed } = state
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const way = useMemo(() => ({ membershipId, photosAt }), [membershipId, photosAt])
  const photos = usePhotos(photosIn(drawn), way, `${membershipId}:${proposalId}`, mostProductPhotos)
  const { items, adopt } = photos

  // The form was drawn anew with other photos: an older typing was put back.
  const isFirst = useRef(true)
  useEffect(() => {
    const said = photosIn(drawn)
    if (!isFirst.current && nameOf(said) !== nameOf(sentOf(latest.current))) adopt(said)
    isFirst.current = false
  }, [drawn, adopt])
  const latest = useRef(items)
  latest.current = items

  const sent = sentOf(items)
  const fields = fieldsOf(sent)
  const name = JSON.stringify(fields)
  const told = useRef(name)
  const type = useRef(onType)
  type.current = onType
  useEffect(() => {
    if (told.current === name) return
    told.current = name
    type.current()
  }, [name])
  const pending = items.filter(({ is }) => is === 'sending' || is === 'waiting').length
  useEffect(() => {
    onPending(pending)
    // A draft of nothing but a photo that waits is one too.
    if (pending) type.current()
  }, [pending, onPending])

  const refused = items.find(({ problem }) => problem)?.problem
  const errors = refused ? [refused] : shown.photoId
  const notes =
    pending && items.some(({ is }) => is === 'waiting') ? t('photo.held') : t('product.help.photo')
  return (
    <div className={errors?.length ? 'field photos-field wrong' : 'field photos-field'}>
      <span className="label" id="photos-label">
        {t('product.field.photo')}
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
          most={mostProductPhotos}
          name={typed.name || t('product.this_product')}
          describedBy={errors?.length ? 'photoId-problem photo-note' : 'photo-note'}
        />
      ) : (
        <PlainPhotos id="photoId" photos={sent} most={mostProductPhotos} describedBy="photo-note" />
      )}
      <p className="help" id="photo-note" role="status">
        {notes}
        {sent.length > 1 && isLive && ` ${t('photo.drag_help')}`}
      </p>
      <Problem id="photoId" errors={errors} />
    </div>
  )
}

const nameOf = (photos: { id: string; alt: string }[]) => photos.map(({ id, alt }) => `${id} ${alt}`).join()
