import type { ShownPack, ShownProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { say } from '#app/messages/say.ts'
import { packFile } from '#app/ui/pack-image.tsx'
import { MeasuredPack } from './measured-pack.tsx'

type Shown = ShownProduct['photos'][number]

/** The pack with its measures, and behind it every other photo, side by side: swiped, or jumped to by a thumbnail. */
export function Pictures({ product, pack }: { product: ShownProduct; pack: ShownPack }) {
  const { name } = product
  const others = product.photos.filter(({ hash }) => hash !== pack.photo.hash)
  const measured = <MeasuredPack product={product} pack={pack} />
  if (others.length === 0) return measured
  const count = others.length + 1
  return (
    <div className="pictures">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too */}
      <section className="slides" aria-label={say({ key: 'photo.gallery', name })} tabIndex={0}>
        <div id="foto-1">
          {measured}
          <Place number={1} count={count} />
        </div>
        {others.map((photo, i) => (
          <figure id={`foto-${i + 2}`} key={photo.hash} className={photo.isSquare ? 'fills' : undefined}>
            <Picture photo={photo} alt={photo.alt || say({ key: 'photo.alt_of', name, number: i + 2 })} />
            <figcaption aria-hidden="true">
              {photo.alt || say({ key: 'photo.number', number: i + 2 })}
            </figcaption>
            <Place number={i + 2} count={count} />
          </figure>
        ))}
      </section>
      <nav className="thumbs" aria-label={say({ key: 'photo.gallery', name })}>
        {[pack.photo, ...others].map((photo, i) => (
          <a key={photo.hash} href={`#foto-${i + 1}`} aria-label={say({ key: 'photo.show', number: i + 1 })}>
            <img src={packFile(photo)} alt="" width="64" height="64" loading="lazy" decoding="async" />
          </a>
        ))}
      </nav>
    </div>
  )
}

function Place({ number, count }: { number: number; count: number }) {
  return (
    <span className="place" aria-hidden="true">
      {number}/{count}
    </span>
  )
}

const sizes = '(min-width: 56rem) 55vw, 100vw'
const widths = [320, 640, 1280]

// Nobody loads what they do not swipe to; until every size is made, the two that the upload made.
function Picture({ photo: { hash, isReady }, alt }: { photo: Shown; alt: string }) {
  const set = (type: string) => widths.map((width) => `/media/${hash}-${width}.${type} ${width}w`).join(', ')
  return (
    <picture>
      {isReady && <source type="image/avif" srcSet={set('avif')} sizes={sizes} />}
      <source type="image/webp" srcSet={isReady ? set('webp') : `/media/${hash}-640.webp`} sizes={sizes} />
      <img
        src={`/media/${hash}-640.jpeg`}
        alt={alt}
        width="640"
        height="640"
        loading="lazy"
        decoding="async"
      />
    </picture>
  )
}
