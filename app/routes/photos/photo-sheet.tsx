import { useEffect, useRef, useState } from 'react'
import { longestAlt } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { CutStage } from './cut-stage.tsx'
import type { Way } from './send-photo.ts'
import { type Item, type Photos, pictureOf } from './use-photos.ts'

type Props = {
  item: Item
  at: number
  count: number
  photos: Photos
  way: Way
  /** What is read out where nobody described it. */
  usualAlt: string
  onMove(to: number): void
  onClose(): void
}

/** One photo, large, with all that can be done to it. */
export function PhotoSheet({ item, at, count, photos, way, usualAlt, onMove, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isCutting, setCutting] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  const altId = `alt-${item.key}`
  return (
    <dialog ref={dialog} className="photo-sheet" onClose={onClose} aria-labelledby="photo-sheet-title">
      <h3 id="photo-sheet-title">
        {isCutting
          ? t('photo.cut_title')
          : say({ key: at === 0 ? 'photo.number_main' : 'photo.number', number: at + 1 })}
      </h3>
      {isCutting && item.sent ? (
        <CutStage
          photoId={item.sent.id}
          way={way}
          onCut={(sent) => {
            photos.replace(item.key, sent)
            setCutting(false)
          }}
          onCancel={() => setCutting(false)}
        />
      ) : (
        <>
          <figure>
            <img src={pictureOf(item)} alt={item.alt || usualAlt} />
          </figure>
          {item.problem && <p className="problem">{item.problem}</p>}
          {item.is === 'waiting' && item.isKept && <p className="help">{t('photo.kept_here')}</p>}
          <div className="photo-acts">
            {at > 0 && (
              <button type="button" className="button second" onClick={() => onMove(0)}>
                {t('photo.make_main')}
              </button>
            )}
            {at > 0 && (
              <button type="button" className="button second" onClick={() => onMove(at - 1)}>
                {t('photo.earlier')}
              </button>
            )}
            {at < count - 1 && (
              <button type="button" className="button second" onClick={() => onMove(at + 1)}>
                {t('photo.later')}
              </button>
            )}
            {item.sent && (
              <button type="button" className="button second" onClick={() => setCutting(true)}>
                {t('photo.cut')}
              </button>
            )}
            <button
              type="button"
              className="button second stop"
              onClick={() => {
                close()
                photos.remove(item.key)
              }}
            >
              {t(item.sent || item.is === 'refused' ? 'photo.remove' : 'photo.cancel')}
            </button>
          </div>
          <div className="field">
            <label htmlFor={altId}>{t('photo.alt')}</label>
            <div className="box">
              <input
                id={altId}
                maxLength={longestAlt}
                placeholder={usualAlt}
                value={item.alt}
                aria-describedby={`${altId}-help`}
                onChange={({ currentTarget }) => photos.describe(item.key, currentTarget.value)}
                // The form behind is not sent by Enter here.
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  close()
                }}
              />
            </div>
            <p className="help" id={`${altId}-help`}>
              {say({ key: 'photo.alt_help', usual: usualAlt })}
            </p>
          </div>
          <button type="button" className="button main" onClick={close}>
            {t('photo.done')}
          </button>
        </>
      )}
    </dialog>
  )
}
