import { warningsOf } from '#app/domain/proposals/checks.ts'
import { prefixOf } from '#app/domain/proposals/rules.ts'
import type { Storage } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { parseRupiah } from '#app/platform/money.ts'
import type { FormState } from './form-state.ts'
import { standingsOf } from './form-state.ts'
import { namesOf } from './labels.ts'
import { rowsIn } from './rows.ts'
import type { Section, Typed } from './typed.ts'

export type Readiness = {
  key: string
  is: 'done' | 'missing' | 'wrong' | 'note'
  text: string
  /** Where it is mended. */
  href?: string
}

const asked = ['product', 'pack', 'carton', 'price'] as const

/** What is ready, what is missing and what is unusual, in the order of the form. */
export function readinessOf(state: FormState): Readiness[] {
  const { typed, findings } = state
  const standings = standingsOf(state)
  const list: Readiness[] = []
  if (findings.producerId)
    list.push({ key: 'producer', is: 'missing', text: t('producer.missing'), href: '#producerId' })
  for (const section of Object.keys(standings) as Section[]) {
    const standing = standings[section]
    if (standing.is === 'wrong')
      for (const field of standing.fields)
        list.push({ key: field, is: 'wrong', text: findings[field]?.join(' ') ?? '', href: `#${field}` })
    else if (standing.is === 'missing')
      list.push({
        key: section,
        is: 'missing',
        text: say({
          key: 'ready.missing',
          section: t(`product.section.${section}`),
          fields: namesOf(standing.fields),
        }),
        href: `#${standing.fields[0]}`,
      })
    else if ((asked as readonly string[]).includes(section))
      list.push({
        key: section,
        is: 'done',
        text: say({ key: 'ready.done', section: t(`product.section.${section}`) }),
      })
  }
  if (standings.permit.is === 'done') list.push({ key: 'permit', is: 'done', text: t('ready.permit') })
  if (standings.permit.is === 'empty')
    list.push({ key: 'permit', is: 'note', text: t('ready.no_permit'), href: '#pirtNumber' })
  if (!typed.gtin) list.push({ key: 'gtin', is: 'note', text: t('ready.no_gtin') })
  for (let at = 0; at <= rowsIn(typed); at++)
    for (const { key, text } of warningsAt(typed, prefixOf(at))) {
      const size = typed[`${prefixOf(at)}netContent`]
      list.push({
        key: `${prefixOf(at)}${key}`,
        is: 'note',
        text: at > 0 && size ? `${size}: ${text}` : text,
      })
    }
  return list
}

function warningsAt(typed: Typed, prefix: string): { key: string; text: string }[] {
  const price = (name: string) => parseRupiah(typed[prefix + name] ?? '')
  const warnings = warningsOf({
    retailPrice: price('retailPrice'),
    wholesalePrice: price('wholesalePrice'),
    memberPrice: price('memberPrice'),
    storage: (typed[`${prefix}storage`] as Storage) || null,
    pirtNumber: typed.pirtNumber,
  })
  return warnings.map((warning) => ({ key: warning.key, text: say(warning) }))
}
