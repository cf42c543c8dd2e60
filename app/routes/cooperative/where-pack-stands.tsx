import type { StandingIn } from '#app/domain/stores/where-pack-stands.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatShortDay } from '#app/platform/calendar.ts'

/** In which stores the shown pack stands, each leading to its public page. */
export function WherePackStands({ stores }: { stores: StandingIn[] }) {
  return (
    <section aria-labelledby="di-rak" className="where-pack">
      <h2 id="di-rak">{t('product.stands')}</h2>
      {stores.length === 0 && <p className="quiet">{t('product.stands_nowhere')}</p>}
      <ul>
        {stores.map(({ slug, name, startsOn, isThere }) => (
          <li key={slug}>
            <a className="link" href={paths.store(slug)}>
              {name}
            </a>
            {!isThere && (
              <span className="quiet small">
                {say({ key: 'product.stands_from', day: formatShortDay(startsOn) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
