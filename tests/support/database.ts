import { migrate } from '#scripts/machine/migrate.ts'
import { openPostgres, temporaryDir } from '#scripts/machine/postgres.ts'

/** A throwaway cluster whose database `app` is migrated once; setup.ts copies it for every test file. */
export default async function setup() {
  const database = await openPostgres({ dir: temporaryDir(), throwaway: true })
  await migrate(database.url)
  process.env.TEMPLATE_URL = database.url
  return () => database.stop()
}
