import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { acceptedPhotos } from '#app/domain/photos/rules.ts'
import { mostPhotos } from '#app/domain/producers/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { FormProblem, Problem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import type { Member } from './record.tsx'

type Props = {
  photos: Member['photos']
  name: string
  membershipId: string
  result: SubmissionResult<string[]> | undefined
}

/** Photos of a producer: what is there, each to be taken away, and one more. */
export function PhotosForm({ photos, name, membershipId, result }: Props) {
  const form = answeredForm(result, 'foto')
  const field = form.field('photoId')
  return (
    <>
      <FormProblem errors={field.errors ? undefined : form.errors} />
      {photos.length === 0 && <p className="quiet">{t('member.photos_none')}</p>}
      <ul className="member-photos">
        {photos.map((photo, i) => (
          <li key={photo.id}>
            <MemberPhoto hash={photo.hash} alt={say({ key: 'member.photo_alt', number: i + 1, name })} />
            <Form method="post">
              <MembershipField membershipId={membershipId} />
              <input type="hidden" name="photoId" value={photo.id} />
              <button className="button second" type="submit" name="intent" value="remove">
                {say({ key: 'member.photo_remove', number: i + 1 })}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {photos.length < mostPhotos ? (
        <Form method="post" encType="multipart/form-data" className="stacked">
          <MembershipField membershipId={membershipId} />
          <div className={field.errors ? 'field wrong' : 'field'}>
            <label htmlFor={field.id}>{t('member.photo_add')}</label>
            <input
              id={field.id}
              type="file"
              name="photo"
              accept={acceptedPhotos}
              required
              aria-describedby={field.errors ? `${field.id}-problem foto-help` : 'foto-help'}
            />
            <p className="help" id="foto-help">
              {t('member.photos_help')}
            </p>
            <Problem id={field.id} errors={field.errors} />
          </div>
          <button className="button main" type="submit" name="intent" value="add">
            {t('member.photo_send')}
          </button>
        </Form>
      ) : (
        <p className="quiet">{say({ key: 'member.photos_full', most: mostPhotos })}</p>
      )}
    </>
  )
}

/** One photo of a producer. The JPEG is there at once; other sizes follow. */
export function MemberPhoto({ hash, alt }: { hash: string; alt: string }) {
  return <img src={`/media/${hash}-640.jpeg`} alt={alt} loading="lazy" />
}
