-- Several packs of a product, each with terms of its own; and what was done to the goods, which decides their licence.

create type processing as enum (
  'fresh', 'dried', 'fried', 'baked', 'roasted', 'cooked', 'fermented', 'powdered', 'pasteurised', 'sterilised', 'frozen', 'none'
);

alter table categories add column usual_processing processing; -- offered by the form; null: as the category above
update categories set usual_processing = known.usual::processing
from (values
  ('makanan-ringan', 'fried'),
  ('manisan-dodol', 'cooked'),
  ('roti-kue', 'baked'),
  ('minuman', 'cooked'),
  ('sari-buah', 'pasteurised'),
  ('kopi-teh', 'roasted'),
  ('jamu-wedang', 'powdered'),
  ('segar', 'fresh'),
  ('susu-olahan', 'pasteurised'),
  ('yoghurt-keju', 'fermented'),
  ('dapur', 'cooked'),
  ('tempe', 'fermented'),
  ('makanan-beku', 'frozen'),
  ('kerajinan-rumah', 'none')
) as known (slug, usual)
where categories.slug = known.slug;

alter table products add column processing processing;
-- What its category usually does; where nobody knows, cooked, which asks for a licence rather than for none.
update products p set processing = case
  when c.slug <> 'makanan-beku' and exists (select from variants v where v.product_id = p.id and v.storage = 'frozen') then 'frozen'
  else coalesce(c.usual_processing, above.usual_processing, 'cooked')
end
from categories c left join categories above on above.slug = c.parent_slug
where c.slug = p.category_slug;
alter table products alter column processing set not null;

create type member_terms as enum ('bought', 'titipan'); -- paid when received, or when sold

alter table variants
  add column own_code text constraint variants_have_a_readable_own_code check (own_code ~ '^[0-9A-Za-z][0-9A-Za-z ._/-]{0,39}$'),
  add column position integer not null default 0 constraint variants_stand_in_order check (position between 0 and 99),
  add column member_terms member_terms not null default 'bought',
  add column first_order_cartons integer, -- of a chain's first order of it; null: as of every other
  add column weekly_capacity_pieces integer constraint variants_are_made_weekly check (weekly_capacity_pieces between 1 and 1000000),
  add column ended_at timestamptz(3), -- since when it is not sold any more
  add constraint variants_begin_with_more check (first_order_cartons between min_cartons and 999);
create unique index variants_have_one_own_code on variants (cooperative_id, own_code);

update variants v set position = n.position
from (select id, row_number() over (partition by product_id order by id) - 1 as position from variants) n
where n.id = v.id;

-- The wholesale price per piece from so many cartons of a line; below them `variants.wholesale_price`.
create table price_breaks (
  variant_id text not null references variants,
  from_cartons integer not null constraint breaks_begin_above_one_carton check (from_cartons between 2 and 9999),
  price bigint not null constraint breaks_cost_something check (price between 1 and 999999999999),
  primary key (variant_id, from_cartons)
);

-- Who buys more pays less for each. Read at the end of the transaction, when all breaks of a variant and its price stand.
create function keep_breaks_falling() returns trigger language plpgsql as $$
declare
  changed text := case tg_table_name when 'variants' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'variant_id' end;
  before bigint;
  one record;
  many integer := 0;
begin
  -- Whoever else writes breaks of this variant waits here, and then reads these.
  select wholesale_price into before from variants where id = changed for no key update;
  for one in select price from price_breaks where variant_id = changed order by from_cartons loop
    many := many + 1;
    if many > 5 then
      raise exception 'variant % has more than five price breaks', changed
        using errcode = 'check_violation', constraint = 'at_most_five_breaks';
    end if;
    if one.price >= before then
      raise exception 'price breaks of variant % do not fall', changed
        using errcode = 'check_violation', constraint = 'breaks_fall';
    end if;
    before := one.price;
  end loop;
  return null;
end $$;
create constraint trigger keep_breaks_falling after insert or update on price_breaks
  deferrable initially deferred for each row execute function keep_breaks_falling();
create constraint trigger keep_breaks_below_the_price after update of wholesale_price on variants
  deferrable initially deferred for each row execute function keep_breaks_falling();
