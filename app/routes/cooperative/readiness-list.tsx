import {
  missingFor,
  type Requirement,
  type RequirementSlug,
  requirementSlugs,
} from '#app/domain/catalogue/readiness.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What keeps a product out of which shops, why, and what to do; what is in order is one line. */
export function ReadinessList({ requirements }: { requirements: Requirement[] }) {
  const missing = requirements.filter(({ state }) => state === 'missing')
  const done = requirements.filter(({ state }) => state !== 'missing')
  return (
    <section className="ready-for" aria-labelledby="siap">
      <h2 id="siap">{t('readiness.title')}</h2>
      <ul className="ready-shops">
        {shopsOf(requirements).map(({ classes, lacks }) => (
          <li key={classes} className={lacks ? 'status wait' : 'status ok'}>
            <Icon name={lacks ? 'clock' : 'check'} />
            <span>
              {lacks
                ? say({ key: 'readiness.not_yet_for', classes, missing: lacks })
                : say({ key: 'readiness.ready_for', classes })}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <dl className="ready-missing">
          {missing.map(({ slug, why, next }) => (
            <div key={slug}>
              <dt>{t(`readiness.${slug}`)}</dt>
              <dd>
                {say(why)}
                {next && <small>{say(next)}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {done.length > 0 && (
        <details>
          <summary>{say({ key: 'readiness.has', what: namesOf(done.map(({ slug }) => slug)) })}</summary>
          <dl className="ready-missing">
            {done.map(({ slug, why }) => (
              <div key={slug}>
                <dt>{t(`readiness.${slug}`)}</dt>
                <dd>{say(why)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

const namesOf = (slugs: RequirementSlug[]): string =>
  slugs.map((slug) => t(`readiness.${slug}`).toLowerCase()).join(', ')

/** Shops that ask for the same and miss the same stand together, those that take the product first. */
function shopsOf(requirements: Requirement[]): { classes: string; lacks: string }[] {
  const missing = Object.entries(missingFor(requirements)) as [StoreClass, RequirementSlug[]][]
  const byLack = Map.groupBy(missing, ([, slugs]) => slugs.join())
  return [...byLack.values()]
    .toSorted((a, b) => (a[0]?.[1].length ?? 0) - (b[0]?.[1].length ?? 0))
    .map((group) => ({
      classes:
        group.length === missing.length
          ? t('readiness.all_shops')
          : group.map(([storeClass]) => t(`store_class.${storeClass}`).toLowerCase()).join(', '),
      lacks: namesOf(requirementSlugs.filter((slug) => group[0]?.[1].includes(slug))),
    }))
}
