-- What is proposed of each pack stands in a row of its own, so that a proposal has as many as a product.

alter table product_proposals
  add column processing processing, -- what was done to the goods; null in a draft
  alter column photo_id drop not null; -- a draft may wait for its photo
create unique index proposals_belong_to_one_cooperative on product_proposals (id, cooperative_id);

update product_proposals p set processing = coalesce(
  (select processing from products where id = p.product_id),
  c.usual_processing, above.usual_processing, 'cooked'
)
from categories c left join categories above on above.slug = c.parent_slug
where c.slug = p.category_slug;

create table product_proposal_variants (
  proposal_id text not null,
  position integer not null constraint proposed_variants_stand_in_order check (position between 0 and 99),
  cooperative_id text not null,
  variant_id text, -- the published one it changes; null: a new one
  is_ended boolean not null default false, -- proposes that it is not sold any more
  own_code text constraint proposed_variants_have_a_readable_own_code check (own_code ~ '^[0-9A-Za-z][0-9A-Za-z ._/-]{0,39}$'),
  pack pack,
  net_content text,
  gtin text constraint proposals_have_a_valid_gtin check (is_gtin13(gtin)), -- none: the system makes an in-store code
  width_mm integer,
  height_mm integer,
  depth_mm integer,
  weight_g integer,
  stackable boolean,
  storage storage,
  shelf_life_days integer,
  units_per_carton integer,
  min_cartons integer,
  first_order_cartons integer,
  lead_time_days integer,
  weekly_capacity_pieces integer,
  retail_price bigint,
  wholesale_price bigint,
  member_price bigint,
  member_terms member_terms not null default 'bought',
  lot_quantity integer,
  lot_best_before date,
  primary key (proposal_id, position),
  foreign key (proposal_id, cooperative_id) references product_proposals (id, cooperative_id),
  foreign key (variant_id, cooperative_id) references variants (id, cooperative_id),
  constraint proposals_cost_something check (
    retail_price between 1 and 999999999999 and wholesale_price between 1 and 999999999999
    and member_price between 1 and 999999999999
  ),
  constraint proposed_variants_begin_with_more check (first_order_cartons >= min_cartons),
  constraint only_published_variants_end check (variant_id is not null or not is_ended)
);
create unique index a_variant_is_proposed_once on product_proposal_variants (proposal_id, variant_id);
create unique index a_barcode_is_proposed_once on product_proposal_variants (proposal_id, gtin);
create unique index an_own_code_is_proposed_once on product_proposal_variants (proposal_id, own_code);
create index proposals_of_a_variant on product_proposal_variants (variant_id) where variant_id is not null;

create table proposal_price_breaks (
  proposal_id text not null,
  position integer not null,
  from_cartons integer not null constraint proposed_breaks_begin_above_one_carton check (from_cartons between 2 and 9999),
  price bigint not null constraint proposed_breaks_cost_something check (price between 1 and 999999999999),
  primary key (proposal_id, position, from_cartons),
  foreign key (proposal_id, position) references product_proposal_variants (proposal_id, position) on delete cascade
);

insert into product_proposal_variants (proposal_id, position, cooperative_id, variant_id, pack, net_content, gtin, width_mm,
  height_mm, depth_mm, weight_g, stackable, storage, shelf_life_days, units_per_carton, min_cartons, lead_time_days,
  retail_price, wholesale_price, member_price, lot_quantity, lot_best_before)
select p.id, 0, p.cooperative_id,
  (select v.id from variants v where v.product_id = p.product_id order by v.position, v.id limit 1),
  p.pack, p.net_content, p.gtin, p.width_mm, p.height_mm, p.depth_mm, p.weight_g, p.stackable, p.storage, p.shelf_life_days,
  p.units_per_carton, p.min_cartons, p.lead_time_days, p.retail_price, p.wholesale_price, p.member_price, p.lot_quantity,
  p.lot_best_before
from product_proposals p;

alter table product_proposals
  drop constraint submitted_proposals_are_complete,
  drop constraint proposals_cost_something,
  drop column pack, drop column net_content, drop column gtin, drop column width_mm, drop column height_mm,
  drop column depth_mm, drop column weight_g, drop column stackable, drop column storage, drop column shelf_life_days,
  drop column units_per_carton, drop column min_cartons, drop column lead_time_days, drop column retail_price,
  drop column wholesale_price, drop column member_price, drop column lot_quantity, drop column lot_best_before;
alter table product_proposals add constraint submitted_proposals_are_complete check (
  status not in ('submitted', 'approved') or (
    submitted_at is not null and photo_id is not null and category_slug is not null and processing is not null
  )
);

-- Read at the end of the transaction, when the proposal and all its variants stand.
create function keep_submitted_variants_complete() returns trigger language plpgsql as $$
declare
  changed text := case tg_table_name
    when 'product_proposals' then to_jsonb(new) ->> 'id'
    else coalesce(to_jsonb(new), to_jsonb(old)) ->> 'proposal_id'
  end;
begin
  if exists (select from product_proposals where id = changed and status in ('submitted', 'approved')) and (
    not exists (select from product_proposal_variants where proposal_id = changed and not is_ended)
    or exists (
      select from product_proposal_variants v
      where v.proposal_id = changed and (
        v.pack is null or v.net_content is null or v.width_mm is null or v.height_mm is null or v.depth_mm is null
        or v.weight_g is null or v.stackable is null or v.storage is null or v.shelf_life_days is null
        or v.units_per_carton is null or v.min_cartons is null or v.lead_time_days is null
        or v.retail_price is null or v.wholesale_price is null or v.member_price is null
      )
    )
  ) then
    raise exception 'submitted_variants_are_complete: proposal %', changed
      using errcode = 'check_violation', constraint = 'submitted_variants_are_complete';
  end if;
  return null;
end $$;
create constraint trigger keep_submitted_variants_complete after insert or update of status on product_proposals
  deferrable initially deferred for each row execute function keep_submitted_variants_complete();
create constraint trigger keep_submitted_variants_complete after insert or update or delete on product_proposal_variants
  deferrable initially deferred for each row execute function keep_submitted_variants_complete();
