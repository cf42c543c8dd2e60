import type { SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { useMemo, useRef, useState } from 'react'
import { mostPhotos } from '#app/domain/producers/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { FormProblem } from '#app/ui/field.tsx'
import type { FormPhoto } from '../photos/order.ts'
import { PhotosField } from '../photos/photos-field.tsx'
import { usePhotoGate } from '../photos/use-photo-gate.ts'
import { MembershipField } from '../portal.tsx'
import type { Member } from './record.tsx'

type Props = {
  producerId: string
  photos: Member['photos']
  name: string
  membershipId: string
  photosAt: string
  result: SubmissionResult<string[]> | undefined
}

const textOf = (photos: FormPhoto[]) => JSON.stringify(photos.map(({ id, hash, alt }) => ({ id, hash, alt })))

/** Photos of a producer in the same field as those of goods; saved together with their order and words. */
export function PhotosForm({ producerId, photos, name, membershipId, photosAt, result }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const gate = usePhotoGate(form)
  const isSending = useNavigation().state === 'submitting'
  const answered = answeredForm(result, 'foto')
  const errors = answered.field('photoId').errors ?? answered.field('photos').errors
  const was = photos.map(({ id }) => id).join()
  const saved = textOf(photos)
  // By what they are: the loader gives the same ones anew after every visit.
  const drawn = useMemo(() => JSON.parse(saved) as Member['photos'], [saved])
  const [chosen, setChosen] = useState(saved)
  return (
    <Form method="post" encType="multipart/form-data" className="stacked" ref={form} onSubmit={gate.onSubmit}>
      {/* Enter in a field saves; it does not press the first button of the first photo. */}
      <button className="visually-hidden" type="submit" tabIndex={-1} aria-hidden>
        {t('member.photos_save')}
      </button>
      <FormProblem errors={errors ? undefined : answered.errors} />
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="was" value={was} />
      <PhotosField
        drawn={drawn}
        membershipId={membershipId}
        photosAt={photosAt}
        place={producerId}
        most={mostPhotos}
        label={t('member.photos_label')}
        help={t('member.photos_help')}
        orderHelp={t('member.photos_order')}
        usualAlt={(at) => say({ key: 'member.photo_alt', number: at + 1, name })}
        errors={errors}
        onChange={(sent) => setChosen(textOf(sent))}
        onPending={gate.setPending}
      />
      <p className="small" role="status">
        {gate.isHolding && gate.pending > 0
          ? say({ key: 'photo.waiting_for', count: gate.pending })
          : chosen !== saved && t('member.photos_unsaved')}
      </p>
      <button className="button main" type="submit" aria-busy={isSending || gate.isHolding}>
        {t('member.photos_save')}
      </button>
    </Form>
  )
}
