import { acceptedPhotos, longestAlt } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import type { FormPhoto } from './order.ts'

/** The same photos without script: a row of each with its buttons, which send the form, and a plain choice of files. */
export function PlainPhotos({ id, photos, most, describedBy }: Props) {
  return (
    <>
      <ol className="photo-rows">
        {photos.map(({ id: photoId, hash, alt }, i) => (
          <li key={photoId}>
            <img src={`/media/${hash}-640.jpeg`} alt={alt || say({ key: 'photo.number', number: i + 1 })} />
            <div className="box">
              <input
                name={`photos[${i}].alt`}
                defaultValue={alt}
                maxLength={longestAlt}
                aria-label={`${t('photo.alt')} ${i + 1}`}
                placeholder={t('photo.alt')}
              />
            </div>
            <span>
              {i > 0 && <Act what="utama" at={i} text={t('photo.make_main')} />}
              {i > 0 && <Act what="naik" at={i} text={t('photo.earlier')} />}
              {i < photos.length - 1 && <Act what="turun" at={i} text={t('photo.later')} />}
              <Act what="hapus" at={i} text={t('photo.remove')} />
            </span>
          </li>
        ))}
      </ol>
      {photos.length < most && (
        <>
          <input
            id={id}
            type="file"
            name="photo"
            accept={acceptedPhotos}
            multiple
            aria-describedby={describedBy}
          />
          <p className="help">{say({ key: 'photo.no_script_help', most: most - photos.length })}</p>
        </>
      )}
    </>
  )
}

type Props = { id: string; photos: FormPhoto[]; most: number; describedBy: string }

function Act({ what, at, text }: { what: string; at: number; text: string }) {
  return (
    <button
      className="link"
      type="submit"
      name="intent"
      value={`foto:${what}:${at}`}
      aria-label={`${text} ${at + 1}`}
      formNoValidate
    >
      {text}
    </button>
  )
}
