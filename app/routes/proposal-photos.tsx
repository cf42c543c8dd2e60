import { type PhotoChange, photoChangesOf } from '#app/domain/photos/changes.ts'
import type { ShownPhoto } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { PackImage } from '#app/ui/pack-image.tsx'

type Picture = ShownPhoto & { hash: string; isReady: boolean }
type ProposalPhotosProps = {
  name: string
  photos: Picture[]
  /** What is published now; null where nothing is, so that nothing is called new. */
  published: { name: string; photos: Picture[] } | null
}

/** Every photo that an approval covers, in its order and with its words, beside what it was; and what is taken away. */
export function ProposalPhotos({ name, photos, published }: ProposalPhotosProps) {
  const { shown, removed } = photoChangesOf(published?.photos ?? photos, photos)
  if (shown.length === 0 && removed.length === 0) return null
  return (
    <section className="review-photos" aria-labelledby="foto-usulan">
      <h2 id="foto-usulan">{say({ key: 'review.photos', count: shown.length })}</h2>
      <ol>
        {shown.map((change, at) => (
          <li key={change.photo.id}>
            <Whole photo={change.photo} alt={wordsOf(change.photo.alt, name, at)} />
            <strong>{say({ key: at === 0 ? 'photo.number_main' : 'photo.number', number: at + 1 })}</strong>
            <Marks change={change} at={at} />
            <Words change={change} at={at} name={name} before={published?.name ?? name} />
          </li>
        ))}
      </ol>
      {removed.length > 0 && (
        <>
          <h3>{say({ key: 'review.photos_removed', count: removed.length })}</h3>
          <ul className="removed">
            {removed.map(({ photo, at }) => (
              <li key={photo.id}>
                <Whole photo={photo} alt={wordsOf(photo.alt, published?.name ?? name, at)} />
                <s>{say({ key: at === 0 ? 'photo.number_main' : 'photo.number', number: at + 1 })}</s>
                <span className="small quiet">{wordsOf(photo.alt, published?.name ?? name, at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

// All of it is seen, and as large as there is one when it is opened.
function Whole({ photo, alt }: { photo: Picture; alt: string }) {
  return (
    <a href={`/media/${photo.hash}-640.jpeg`} target="_blank" rel="noreferrer">
      <PackImage photo={photo} alt={alt} widthMm={150} heightMm={150} sizes="180px" />
    </a>
  )
}

type OneProps = { change: PhotoChange<Picture>; at: number }

function Marks({ change: { isNew, wasAt }, at }: OneProps) {
  if (isNew) return <span className="photo-mark new">{t('review.photo_new')}</span>
  if (wasAt === null || wasAt === at) return null
  return (
    <span className="photo-mark">
      {say({ key: wasAt === 0 ? 'review.photo_was_main' : 'review.photo_was', number: wasAt + 1 })}
    </span>
  )
}

function Words({ change, at, name, before }: OneProps & { name: string; before: string }) {
  const { photo, altBefore, wasAt } = change
  return (
    <span className="small words">
      {altBefore !== null && (
        <>
          <span className="visually-hidden">{t('review.before')}: </span>
          <s className="quiet">{wordsOf(altBefore, before, wasAt ?? at)}</s>{' '}
        </>
      )}
      <span className="visually-hidden">{t('photo.alt')}: </span>
      {altBefore === null ? wordsOf(photo.alt, name, at) : <strong>{wordsOf(photo.alt, name, at)}</strong>}
    </span>
  )
}

/** What is read of a photo to who cannot see it. */
const wordsOf = (alt: string, name: string, at: number): string =>
  alt || say(at === 0 ? { key: 'photo.alt_main_of', name } : { key: 'photo.alt_of', name, number: at + 1 })
