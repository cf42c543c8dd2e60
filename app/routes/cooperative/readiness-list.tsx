import { Link } from '@remix-run/react'
import {
  askedBy,
  missingFor,
  type Requirement,
  type RequirementSlug,
  requirementSlugs,
} from '#app/domain/catalogue/readiness.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'

type ReadinessListProps = { requirements: Requirement[]; productId: string }

/** What keeps a product out of which shops, why, and what to do; what is in order is one line. */
export function ReadinessList({ requirements, productId }: ReadinessListProps) {
  const missing = requirements.filter(({ state }) => state === 'missing')
  const advised = requirements.filter(({ state }) => state === 'advised')
  const done = requirements.filter(({ state }) => state === 'met' || state === 'not_needed')
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
          {missing.map((requirement) => (
            <Lack key={requirement.slug} requirement={requirement} productId={productId} />
          ))}
        </dl>
      )}
      {advised.length > 0 && (
        <>
          <h3>{t('readiness.advised')}</h3>
          <p className="quiet small">{t('readiness.advised_why')}</p>
          <dl className="ready-missing">
            {advised.map((requirement) => (
              <Lack key={requirement.slug} requirement={requirement} productId={productId} />
            ))}
          </dl>
        </>
      )}
      <p>
        <Link className="link" to={paths.cooperative.productPapers(productId)}>
          {t('certificates.of_goods')}
        </Link>
      </p>
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

type LackProps = { requirement: Requirement; productId: string }

/** One thing that is not there: why, who asks for it, what to do and where, and the law it rests on. */
function Lack({ requirement: { slug, why, next, source, state }, productId }: LackProps) {
  const classes = askedBy(slug)
  const place = next && next.key !== 'readiness.ask_operator' ? placeOf(slug, productId) : null
  return (
    <div>
      <dt>{t(`readiness.${slug}`)}</dt>
      <dd>
        {say(why)}
        {state === 'missing' && classes.length > 0 && (
          <small>{say({ key: 'readiness.asked_by', classes: shopNames(classes) })}</small>
        )}
        {next && <small>{say(next)}</small>}
        {place && (
          <Link className="link small" to={place.to}>
            {place.text}
          </Link>
        )}
        {source && (
          <details className="ready-law">
            <summary>{t('readiness.source')}</summary>
            <small>{source}</small>
          </details>
        )}
      </dd>
    </div>
  )
}

/** Where it is put right. */
function placeOf(slug: RequirementSlug, productId: string): { to: string; text: string } {
  const { productPapers, receiving, change } = paths.cooperative
  if (slug === 'licence' || slug === 'halal')
    return { to: productPapers(productId), text: t('readiness.to_papers') }
  return slug === 'stock'
    ? { to: receiving(productId), text: t('readiness.to_receive') }
    : { to: change(productId), text: t('readiness.to_change') }
}

const allClasses = 5
const shopNames = (classes: StoreClass[]): string =>
  classes.length === allClasses
    ? t('readiness.all_shops')
    : classes.map((storeClass) => t(`store_class.${storeClass}`).toLowerCase()).join(', ')

const namesOf = (slugs: RequirementSlug[]): string =>
  slugs.map((slug) => t(`readiness.${slug}`).toLowerCase()).join(', ')

/** Shops that ask for the same and miss the same stand together, those that take the product first. */
function shopsOf(requirements: Requirement[]): { classes: string; lacks: string }[] {
  const missing = Object.entries(missingFor(requirements)) as [StoreClass, RequirementSlug[]][]
  const byLack = Map.groupBy(missing, ([, slugs]) => slugs.join())
  return [...byLack.values()]
    .toSorted((a, b) => (a[0]?.[1].length ?? 0) - (b[0]?.[1].length ?? 0))
    .map((group) => ({
      classes: shopNames(group.map(([storeClass]) => storeClass)),
      lacks: namesOf(requirementSlugs.filter((slug) => group[0]?.[1].includes(slug))),
    }))
}
