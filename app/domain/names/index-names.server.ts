import { wordsOf } from '#app/domain/search/normalise.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { named } from './named.server.ts'
import type { NameKind } from './rules.ts'

type Row = { kind: NameKind; slug: string; name: string; others: string; products: number }

/**
 * Brings the names that the one box knows up to date with everything that has one. Doing it again changes nothing and
 * tells nobody.
 *
 * Returns how many came, changed or went.
 */
export async function indexNames(db: Db, at: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    // Whoever does this at the same time waits, so that the older reading is never written last.
    await tx.$executeRaw`lock table search_names in share row exclusive mode`
    const rows = await tx.$queryRaw<Row[]>`select kind, slug, name, others, products from ${named(dayOf(at))}`
    const wanted = JSON.stringify(
      rows.map(({ kind, slug, name, others, products }) => ({
        kind,
        slug,
        name,
        products,
        spelt: wordsOf(name).join(' '),
        others: wordsOf(others).join(' '),
      })),
    )
    const changed = await tx.$executeRaw`
      insert into search_names (kind, slug, name, spelt, words, products)
      select kind, slug, name, spelt,
        setweight(to_tsvector('simple', spelt), 'A') || setweight(to_tsvector('simple', others), 'B'), products
      from jsonb_to_recordset(${wanted}::jsonb)
        as wanted(kind text, slug text, name text, spelt text, others text, products int)
      on conflict (kind, slug) do update
        set name = excluded.name, spelt = excluded.spelt, words = excluded.words, products = excluded.products
        where (search_names.name, search_names.spelt, search_names.words, search_names.products)
          is distinct from (excluded.name, excluded.spelt, excluded.words, excluded.products)`
    const gone = await tx.$executeRaw`
      delete from search_names n where not exists (
        select from jsonb_to_recordset(${wanted}::jsonb) as wanted(kind text, slug text)
        where wanted.kind = n.kind and wanted.slug = n.slug)`
    if (changed + gone > 0) await announceChange(tx)
    return changed + gone
  })
}
