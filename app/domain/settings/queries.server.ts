import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { QuietHours } from './dated.ts'
import type { PpnRule } from './ppn.ts'

/** The PPN rule in force on a day. Throws when the settings have none: nothing is reckoned with a guess. */
export async function getPpnRule(db: Db, on: Day): Promise<PpnRule> {
  const keys = ['ppn.rate_basis_points', 'ppn.base_numerator', 'ppn.base_denominator'] as const
  const value = await readSettings(db, keys, on)
  return {
    rateBasisPoints: value['ppn.rate_basis_points'],
    baseNumerator: value['ppn.base_numerator'],
    baseDenominator: value['ppn.base_denominator'],
  }
}

/** Within how many hours the law wants a person answered who asks about their data. Throws when the settings have none. */
export async function getPersonalDataHours(db: Db, on: Day): Promise<number> {
  const value = await readSettings(db, ['pdp.answer_hours'], on)
  return Number(value['pdp.answer_hours'])
}

/** The quiet hours in force on a day. Throws when the settings have none. */
export async function getQuietHours(db: Db, on: Day): Promise<QuietHours> {
  const value = await readSettings(db, ['notice.quiet_from', 'notice.quiet_until'], on)
  return { from: Number(value['notice.quiet_from']), until: Number(value['notice.quiet_until']) }
}

/** After how many hours without an answer something is passed on, on a day. Throws when the settings have none. */
export async function getPassOnHours(db: Db, on: Day): Promise<number> {
  const value = await readSettings(db, ['notice.pass_on_hours'], on)
  return Number(value['notice.pass_on_hours'])
}

async function readSettings<Key extends string>(
  db: Db,
  keys: readonly Key[],
  on: Day,
): Promise<Record<Key, bigint>> {
  const found = await db.$queryRaw<{ key: string; value: bigint }[]>`
    select distinct on (key) key, value from dated_settings
    where key in (${Prisma.join([...keys])}) and effective_from <= ${toDate(on)} order by key, effective_from desc`
  const entries = keys.map((key) => {
    const row = found.find((one) => one.key === key)
    if (!row) throw new Error(`dated_settings has no ${key} in force on ${on}`)
    return [key, row.value]
  })
  return Object.fromEntries(entries)
}
