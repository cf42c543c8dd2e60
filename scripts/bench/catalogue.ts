// A market a hundred times as large, or a thousand times: the demonstration's products, copied under other names until there are enough.
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { db, pool } from '#app/platform/db.server.ts'

// What tells the copies apart, so that a word finds some of them and not all.
const makers = [
  'sumber',
  'tani',
  'dewi',
  'lestari',
  'mulya',
  'rahayu',
  'makmur',
  'barokah',
  'sejati',
  'asri',
  'wangi',
  'kencana',
]
const tastes = [
  'manis',
  'gurih',
  'pedas',
  'asin',
  'segar',
  'renyah',
  'lembut',
  'wijen',
  'vanila',
  'pandan',
  'kayu manis',
  'jahe',
]
const grounds = [
  'arjuno',
  'panderman',
  'anjasmoro',
  'welirang',
  'brantas',
  'coban',
  'lereng',
  'lembah',
  'kebun',
  'ladang',
]

/** Fills a seeded database up to so many products, each with one pack, a barcode, stock and its place in the index. */
export async function growCatalogue(wanted: number): Promise<void> {
  // The seed has just checked its few foreign keys on this connection, by reading whole tables: here that takes hours.
  await pool.query('analyze')
  await pool.query(copies, [wanted, makers, tastes, grounds])
  for (const statement of stock) await pool.query(statement)
  await pool.query('analyze')
  await rebuildIndex(db, new Date())
  await pool.query('vacuum analyze')
}

const copies = `
with originals as (
  select p.*, row_number() over (order by p.id) as i, count(*) over () as n
  from products p where p.status = 'published'
), copies as (
  select o.*, k, 'bench' || lpad(k::text, 8, '0') as suffix,
    initcap(concat_ws(' ', ($2::text[])[1 + k % 12], ($3::text[])[1 + k / 12 % 12], ($4::text[])[1 + k / 144 % 10])) as flavour
  from generate_series(1, $1::int - (select n::int from originals limit 1)) k
  join originals o on o.i = 1 + k % (select n from originals limit 1)
), added as (
  insert into products (id, cooperative_id, producer_id, category_slug, slug, name, brand, processing, story, photo_id,
    published_at)
  select 'prd_' || suffix, cooperative_id, producer_id, category_slug, slug || '-' || k,
    regexp_replace(name, '(\\s\\d.*)?$', ' ' || flavour || '\\1'), brand, processing, story, photo_id,
    published_at - make_interval(mins => k)
  from copies
  returning id
), packs as (
  insert into variants (id, product_id, cooperative_id, pack, net_content, gtin, gtin_kind, width_mm, height_mm, depth_mm,
    weight_g, stackable, storage, shelf_life_days, units_per_carton, min_cartons, lead_time_days, retail_price,
    wholesale_price, member_price, front_photo_id)
  select 'var_' || c.suffix, 'prd_' || c.suffix, v.cooperative_id, v.pack, v.net_content, code.gtin, 'in_store', v.width_mm,
    v.height_mm, v.depth_mm, v.weight_g, v.stackable, v.storage, v.shelf_life_days, v.units_per_carton, v.min_cartons,
    v.lead_time_days, v.retail_price + c.k % 20 * 500, v.wholesale_price + c.k % 20 * 400, v.member_price + c.k % 20 * 350,
    v.front_photo_id
  from copies c
  join lateral (select * from variants where product_id = c.id order by id limit 1) v on true
  cross join lateral (select '29' || lpad(c.k::text, 10, '0') as twelve) digits
  cross join lateral (
    select twelve || (10 - sum(substr(twelve, i, 1)::int * case when i % 2 = 0 then 3 else 1 end) % 10) % 10 as gtin
    from generate_series(1, 12) i
  ) code
  returning id
), levels as (
  insert into stock_levels (variant_id) select id from packs returning variant_id
), papers as (
  insert into certificates (id, cooperative_id, product_id, kind, number, expires_on, is_sample)
  select 'cer_' || c.suffix || cer.kind, cer.cooperative_id, 'prd_' || c.suffix, cer.kind, cer.number, cer.expires_on, true
  from copies c join certificates cer on cer.product_id = c.id
)
select count(*) from levels`

// A hundred thousand pieces of each, so that no order runs short.
const stock = [
  `insert into lots (id, variant_id, best_before, received_on)
  select 'lot_bench' || row_number() over (), variant_id, current_date + 300, current_date from stock_levels`,
  `insert into stock_movements (id, variant_id, lot_id, kind, on_hand, by_membership_id, at)
  select 'mut_' || l.id, l.variant_id, l.id, 'received', 100000, m.id, now()
  from lots l
  join variants v on v.id = l.variant_id
  join lateral (select id from memberships where organisation_id = v.cooperative_id limit 1) m on true
  where l.id like 'lot_bench%'`,
]
