-- What was agreed when a line was ordered, beside the price itself: what one carton would have cost a piece, and what the
-- member gets and when. A price that is copied is never looked up again.
alter table purchase_order_lines
  add column list_price bigint,
  add column member_price bigint,
  add column member_terms member_terms;
update purchase_order_lines l
set list_price = l.unit_price, member_price = v.member_price, member_terms = v.member_terms
from variants v where v.id = l.variant_id;
alter table purchase_order_lines
  alter column list_price set not null,
  alter column member_price set not null,
  alter column member_terms set not null,
  add constraint lines_cost_no_more_than_listed check (unit_price <= list_price);

-- Which prices held when. Written by the database, whoever changes a price and however.
create type price_kind as enum ('retail', 'wholesale', 'member', 'break');
create table variant_prices (
  id bigint generated always as identity primary key,
  variant_id text not null references variants,
  kind price_kind not null,
  from_cartons integer, -- of a break
  price bigint, -- null: the break is no more
  from_at timestamptz(3) not null,
  by_membership_id text references memberships, -- null: came with the data
  constraint only_breaks_begin_somewhere check ((kind = 'break') = (from_cartons is not null)),
  constraint only_breaks_end check (price is not null or kind = 'break'),
  constraint prices_are_something check (price > 0)
);
create index prices_of_a_variant on variant_prices (variant_id, id desc);

-- Who acts is said once in a transaction, by whoever lets a change through: set_config('rak.membership', …, true).
create function acting_membership() returns text language sql stable as $$
  select nullif(current_setting('rak.membership', true), '')
$$;

create function keep_variant_prices() returns trigger language plpgsql as $$
begin
  insert into variant_prices (variant_id, kind, price, from_at, by_membership_id)
  select new.id, one.kind::price_kind, one.price, clock_timestamp(), acting_membership()
  from (values ('retail', new.retail_price), ('wholesale', new.wholesale_price), ('member', new.member_price)) one (kind, price)
  where tg_op = 'INSERT' or one.price is distinct from case one.kind
    when 'retail' then old.retail_price when 'wholesale' then old.wholesale_price else old.member_price end;
  return null;
end $$;
create trigger keep_variant_prices after insert or update of retail_price, wholesale_price, member_price on variants
  for each row execute function keep_variant_prices();

-- Breaks are written anew with every change of a product, so they are compared when the transaction ends.
create function keep_price_breaks() returns trigger language plpgsql as $$
declare
  changed text := coalesce(new.variant_id, old.variant_id);
begin
  perform from variants where id = changed for no key update;
  insert into variant_prices (variant_id, kind, from_cartons, price, from_at, by_membership_id)
  select changed, 'break', coalesce(now.from_cartons, before.from_cartons), now.price, clock_timestamp(), acting_membership()
  from (select from_cartons, price from price_breaks where variant_id = changed) now
  full join (
    select distinct on (from_cartons) from_cartons, price from variant_prices
    where variant_id = changed and kind = 'break' order by from_cartons, id desc
  ) before on before.from_cartons = now.from_cartons
  where before.price is distinct from now.price
  order by 3;
  return null;
end $$;
create constraint trigger keep_price_breaks after insert or update or delete on price_breaks
  deferrable initially deferred for each row execute function keep_price_breaks();

insert into variant_prices (variant_id, kind, price, from_at)
select v.id, one.kind::price_kind, one.price, p.changed_at
from variants v join products p on p.id = v.product_id
cross join lateral (values ('retail', v.retail_price), ('wholesale', v.wholesale_price), ('member', v.member_price)) one (kind, price)
order by v.id, one.kind;
insert into variant_prices (variant_id, kind, from_cartons, price, from_at)
select b.variant_id, 'break', b.from_cartons, b.price, p.changed_at
from price_breaks b join variants v on v.id = b.variant_id join products p on p.id = v.product_id
order by b.variant_id, b.from_cartons;

create trigger prices_are_never_changed before update or delete on variant_prices
  for each row execute function refuse_change();

-- Who took a product off sale or brought it back, when and why; of one pack or of the whole product.
create table product_moves (
  id text primary key,
  product_id text not null references products,
  variant_id text references variants,
  from_status text not null,
  to_status text not null,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  reason text not null default '',
  constraint moves_go_along_their_table check (
    case when variant_id is null
      then (from_status, to_status) in (('published', 'paused'), ('paused', 'published'), ('published', 'archived'), ('paused', 'archived'))
      else (from_status, to_status) in (('sold', 'ended'), ('ended', 'sold'))
    end
  ),
  constraint taking_off_sale_says_why check (to_status in ('published', 'sold') or reason <> '')
);
create index moves_of_a_product on product_moves (product_id, at desc, id desc);
create trigger product_moves_are_never_changed before update or delete on product_moves
  for each row execute function refuse_change();

-- An archived product stays readable, and stays archived: who sells it again proposes it anew.
create function keep_archived() returns trigger language plpgsql as $$
begin
  if old.status = 'archived' and new.status <> 'archived' then
    raise exception 'an archived product is not sold again' using errcode = 'check_violation', constraint = 'archived_stays_archived';
  end if;
  return new;
end $$;
create trigger keep_archived before update of status on products for each row execute function keep_archived();
