import { useMemo } from 'react'
import { mostProductPhotos } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { photosIn } from '../../photos/order.ts'
import { PhotosField } from '../../photos/photos-field.tsx'
import type { FormState } from './form-state.ts'
import type { Typed } from './typed.ts'

type PhotoFieldProps = {
  state: FormState
  membershipId: string
  photosAt: string
  /** The proposal whose photos they are. */
  proposalId: string
  onType(put?: Typed): void
  onPending(count: number): void
}

/** The photos of a pack, the main one first. */
export function PhotoField(props: PhotoFieldProps) {
  const { state, membershipId, photosAt, proposalId, onType, onPending } = props
  const { drawn, shown, typed } = state
  const photos = useMemo(() => photosIn(drawn), [drawn])
  const name = typed.name || t('product.this_product')
  return (
    <PhotosField
      drawn={photos}
      membershipId={membershipId}
      photosAt={photosAt}
      place={proposalId}
      most={mostProductPhotos}
      label={t('product.field.photo')}
      help={t('product.help.photo')}
      orderHelp={t('photo.drag_help')}
      usualAlt={(at) =>
        at === 0
          ? say({ key: 'photo.alt_main_of', name })
          : say({ key: 'photo.alt_of', name, number: at + 1 })
      }
      errors={shown.photoId}
      onChange={() => onType()}
      onPending={onPending}
    />
  )
}
