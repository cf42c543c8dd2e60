import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { PpnRule } from './ppn.ts'

/** The PPN rule in force on a day. Throws when the settings have none: nothing is reckoned with a guess. */
export async function getPpnRule(db: Db, on: Day): Promise<PpnRule> {
  const found = await db.$queryRaw<{ key: string; value: bigint }[]>`
    select distinct on (key) key, value from dated_settings
    where key like 'ppn.%' and effective_from <= ${toDate(on)} order by key, effective_from desc`
  const value = (key: string) => {
    const row = found.find((one) => one.key === key)
    if (!row) throw new Error(`dated_settings has no ${key} in force on ${on}`)
    return row.value
  }
  return {
    rateBasisPoints: value('ppn.rate_basis_points'),
    baseNumerator: value('ppn.base_numerator'),
    baseDenominator: value('ppn.base_denominator'),
  }
}

/** Within how many hours the law wants a person answered who asks about their data. Throws when the settings have none. */
export async function getPersonalDataHours(db: Db, on: Day): Promise<number> {
  const [row] = await db.$queryRaw<{ value: bigint }[]>`
    select value from dated_settings where key = 'pdp.answer_hours' and effective_from <= ${toDate(on)}
    order by effective_from desc limit 1`
  if (!row) throw new Error(`dated_settings has no pdp.answer_hours in force on ${on}`)
  return Number(row.value)
}
