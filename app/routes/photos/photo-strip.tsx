import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { acceptedPhotos } from '#app/domain/photos/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import { PhotoSheet } from './photo-sheet.tsx'
import type { Way } from './send-photo.ts'
import { type Item, type Photos, pictureOf } from './use-photos.ts'

type Props = {
  id: string
  photos: Photos
  way: Way
  most: number
  usualAlt(at: number): string
  describedBy: string
}

/** Photos as a camera roll: the main one first, each with how far it is, and one more to take or choose. */
export function PhotoStrip({ id, photos, way, most, usualAlt, describedBy }: Props) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const dragged = useRef<number | null>(null)
  const { items, isFull } = photos
  const move = (from: number, to: number) => {
    photos.move(from, to)
    setSaid(say({ key: 'photo.moved', number: to + 1, count: items.length }))
  }
  const at = items.findIndex(({ key }) => key === openKey)
  const drop = (to: number) => (event: DragEvent) => {
    event.preventDefault()
    if (dragged.current !== null && dragged.current !== to) move(dragged.current, to)
    dragged.current = null
  }
  return (
    <>
      <ol className="photo-strip">
        {items.map((item, i) => (
          <li
            key={item.key}
            draggable
            onDragStart={() => {
              dragged.current = i
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={drop(i)}
          >
            <button type="button" className="photo-tile" onClick={() => setOpenKey(item.key)}>
              <img src={pictureOf(item)} alt="" draggable={false} />
              <span className="visually-hidden">
                {say({ key: i === 0 ? 'photo.open_main' : 'photo.open', number: i + 1 })}
              </span>
              {i === 0 && <span className="photo-badge">{t('photo.main')}</span>}
              <TileState item={item} />
            </button>
          </li>
        ))}
        {!isFull && (
          <li className="photo-add">
            <Chooser id={id} photos={photos} describedBy={describedBy} isFirst={items.length === 0} />
          </li>
        )}
      </ol>
      {isFull && <p className="help">{say({ key: 'photo.full', most })}</p>}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {items[at] && (
        <PhotoSheet
          key={openKey}
          item={items[at]}
          at={at}
          count={items.length}
          photos={photos}
          way={way}
          usualAlt={usualAlt(at)}
          onMove={(to) => move(at, to)}
          onClose={() => setOpenKey(null)}
        />
      )}
    </>
  )
}

function Chooser({
  id,
  photos,
  describedBy,
  isFirst,
}: {
  id: string
  photos: Photos
  describedBy: string
  isFirst: boolean
}) {
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    if (currentTarget.files) photos.choose(currentTarget.files)
    // So that the same file can be chosen again, and is not sent with the form a second time.
    currentTarget.value = ''
  }
  return (
    <>
      <span className="photo-choice">
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept={acceptedPhotos}
          multiple
          onChange={choose}
          aria-describedby={describedBy}
        />
        <label htmlFor={id} className="button second">
          <Icon name="photo" />
          {t(isFirst ? 'photo.choose' : 'photo.add')}
        </label>
      </span>
      <span className="photo-choice camera">
        <input
          id={`${id}-camera`}
          className="visually-hidden"
          type="file"
          accept={acceptedPhotos}
          capture="environment"
          onChange={choose}
        />
        <label htmlFor={`${id}-camera`} className="button second">
          {t('photo.camera')}
        </label>
      </span>
    </>
  )
}

function TileState({ item: { is, percent, isKept } }: { item: Item }) {
  if (is === 'sent') return null
  const text = {
    sending: say({ key: 'photo.sent_percent', percent }),
    waiting: t(isKept ? 'photo.waits' : 'photo.retries'),
    refused: t('product.wrong'),
  }[is]
  return (
    <span className={`photo-state ${is}`}>
      {text}
      {is !== 'refused' && <progress max={100} value={percent} aria-hidden="true" />}
    </span>
  )
}
