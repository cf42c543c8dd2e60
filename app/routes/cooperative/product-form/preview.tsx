import { prefixOf } from '#app/domain/proposals/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Photo } from '#app/ui/pack-image.tsx'
import { type DrawnItem, ShelfDrawing } from '#app/ui/shelf-drawing.tsx'
import type { FormState } from './form-state.ts'
import { readinessOf } from './readiness.ts'
import { rowsIn } from './rows.ts'
import { millimetres, type Typed } from './typed.ts'

export type Neighbour = { id: string; name: string; widthMm: number; heightMm: number; photo: Photo }

/** How it will stand on a shelf, and what is still missing. */
export function Preview({ state, neighbours }: { state: FormState; neighbours: Neighbour[] }) {
  return (
    <aside className="preview" aria-label={t('product.preview')}>
      <h2>{t('product.on_shelf')}</h2>
      <OnShelf state={state} neighbours={neighbours} />
      <ul className="readiness">
        {readinessOf(state).map(({ key, is, text, href }) => (
          <li key={key}>
            <span className={looks[is][0]}>
              <Icon name={looks[is][1]} />
            </span>
            <span>
              {text}{' '}
              {href && (
                <a className="link" href={href}>
                  {is === 'wrong' ? t('product.fix') : t('product.fill')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}

const looks = {
  done: ['ok', 'check'],
  wrong: ['stop', 'cross'],
  missing: ['wait', 'clock'],
  note: ['wait', 'clock'],
} as const

/** The other packs that are sold, as far as they are measured. */
function furtherSizes(typed: Typed): { widthMm: number; heightMm: number }[] {
  return Array.from({ length: rowsIn(typed) }, (_, i) => {
    const text = (name: string) => typed[`${prefixOf(i + 1)}${name}`]
    const [widthMm, heightMm] = [millimetres(text('widthMm')), millimetres(text('heightMm'))]
    return widthMm && heightMm && !text('isEnded') ? [{ widthMm, heightMm }] : []
  }).flat()
}

function OnShelf({ state: { typed, photoHash }, neighbours }: { state: FormState; neighbours: Neighbour[] }) {
  const width = millimetres(typed.widthMm)
  const height = millimetres(typed.heightMm)
  if (!width || !height) return <p className="quiet small shelf-later">{t('product.shelf_later')}</p>
  const name = typed.name || t('product.this_product')
  const [left, right] = neighbours
  const items: DrawnItem[] = []
  let at = 0
  const put = (key: string, pack: Omit<Neighbour, 'id'>, facings: number, state?: 'dim') => {
    items.push({
      key,
      level: 1,
      startMm: at,
      facings,
      stack: 1,
      packWidthMm: pack.widthMm,
      packHeightMm: pack.heightMm,
      name: pack.name,
      photo: pack.photo,
      state,
    })
    at += facings * pack.widthMm
  }
  if (left) put('left', left, 1, 'dim')
  const own = { name, widthMm: width, heightMm: height, photo: { hash: photoHash ?? '', isReady: false } }
  put('own', own, 2)
  const sizes = furtherSizes(typed)
  for (const [i, size] of sizes.entries()) put(`size-${i}`, { ...own, ...size }, 1)
  if (right) put('right', right, 1, 'dim')
  const tallest = Math.max(
    height,
    ...sizes.map(({ heightMm }) => heightMm),
    left?.heightMm ?? 0,
    right?.heightMm ?? 0,
  )
  const shelf = { level: 1, widthMm: Math.max(700, at), heightMm: Math.max(262, tallest + 12) }
  return (
    <>
      <ShelfDrawing
        title={say({ key: 'product.two_facings', name })}
        shelves={[shelf]}
        items={items}
        size="small"
      />
      <p className="quiet small">
        {say({ key: 'product.per_metre', width, facings: Math.floor(1000 / width) })}
      </p>
    </>
  )
}
