// Fills the empty database of DATABASE_URL with the market that is measured: PRODUCTS of them.
import { seed } from '../../prisma/seed.ts'
import { migrate } from '../machine/migrate.ts'
import { growCatalogue } from './catalogue.ts'

await migrate(process.env.DATABASE_URL ?? '')
await seed()
await growCatalogue(Number(process.env.PRODUCTS ?? 10_000))
process.exit() // the schema engine leaves a timer of ten seconds behind
