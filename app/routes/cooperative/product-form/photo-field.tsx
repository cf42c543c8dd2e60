import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react'
import { acceptedPhotos } from '#app/domain/photos/rules.ts'
import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { FormState } from './form-state.ts'
import { millimetres, type Typed } from './typed.ts'
import { type SentPhoto, usePhoto } from './use-photo.ts'

type PhotoFieldProps = { state: FormState; membershipId: string; photosAt: string; onType(put?: Typed): void }

/** The photo on its board. Chosen, it is sent at once; without JavaScript it is sent with the form. */
export function PhotoField({ state, membershipId, photosAt, onType }: PhotoFieldProps) {
  const { photoHash, shown, typed } = state
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const file = useRef<HTMLInputElement>(null)
  const keep = useCallback(
    ({ id, hash }: SentPhoto) => {
      // The hidden fields carry the photo from here on; the file is not sent a second time.
      if (file.current) file.current.value = ''
      onType({ photoId: id, photoHash: hash })
    },
    [onType],
  )
  const photo = usePhoto(membershipId, photosAt, keep)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0]
    if (chosen) void photo.send(chosen)
  }
  const preview = 'preview' in photo.state ? photo.state.preview : photoHash && `/media/${photoHash}-640.jpeg`
  const errors = photo.state.is === 'refused' ? [photo.state.problem] : shown.photoId
  const notes = {
    idle: t('product.help.photo'),
    sending: t('photo.sending'),
    held: t('photo.held'),
    refused: '',
  }
  const width = millimetres(typed.widthMm) ?? 3
  const height = millimetres(typed.heightMm) ?? 4
  return (
    <div className={errors?.length ? 'field photo-field wrong' : 'field photo-field'}>
      <figure>
        {preview ? (
          <img src={preview} alt={t('product.photo_alt')} style={{ aspectRatio: `${width} / ${height}` }} />
        ) : (
          <Icon name="photo" />
        )}
      </figure>
      <div>
        <label htmlFor="photoId" className={isLive ? 'button second' : undefined}>
          {isLive && <Icon name="photo" />}
          {preview ? t('product.photo_again') : t('product.photo_take')}
        </label>
        <input
          ref={file}
          id="photoId"
          className={isLive ? 'visually-hidden' : undefined}
          type="file"
          name="photo"
          accept={acceptedPhotos}
          onChange={choose}
          aria-describedby={errors?.length ? 'photoId-problem photo-note' : 'photo-note'}
        />
        <p className="help" id="photo-note" role="status">
          {notes[photo.state.is]}
        </p>
      </div>
      <Problem id="photoId" errors={errors} />
    </div>
  )
}
