-- Pieces. Read by everybody, locked in the order of the ids, written by the trigger below and by nothing else.
create table stock_levels (
  variant_id text primary key references variants,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  constraint stock_reserves_what_is_on_hand check (reserved >= 0 and on_hand >= reserved)
);

create table lots (
  id text primary key,
  variant_id text not null references variants,
  best_before date not null,
  received_on date not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint lots_arrive_before_they_expire check (best_before >= received_on)
);
create unique index lots_are_of_one_variant on lots (id, variant_id);
create index lots_first_to_expire on lots (variant_id, best_before);

create type movement_kind as enum ('received', 'counted', 'damaged', 'expired', 'reserved', 'released');

-- Every change of stock, in pieces; never changed afterwards. On hand and reserved are the sums of these.
create table stock_movements (
  id text primary key,
  variant_id text not null references stock_levels,
  lot_id text,
  kind movement_kind not null,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  order_line_id text, -- what reserved it or let it go
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  reason text not null default '',
  foreign key (lot_id, variant_id) references lots (id, variant_id),
  constraint movements_fit_their_kind check (
    case kind
      when 'received' then on_hand > 0 and reserved = 0 and lot_id is not null
      when 'counted' then on_hand <> 0 and reserved = 0
      when 'damaged' then on_hand < 0 and reserved = 0
      when 'expired' then on_hand < 0 and reserved = 0
      when 'reserved' then on_hand = 0 and reserved > 0 and order_line_id is not null
      when 'released' then on_hand = 0 and reserved < 0 and order_line_id is not null
    end
  )
);
create index movements_of_a_variant on stock_movements (variant_id, at desc, id desc);
create index movements_of_a_line on stock_movements (order_line_id) where order_line_id is not null;

-- The level is moved by the movements themselves, so the two cannot disagree.
create function move_stock_levels() returns trigger language plpgsql as $$
begin
  update stock_levels l set on_hand = l.on_hand + m.on_hand, reserved = l.reserved + m.reserved
  from (select variant_id, sum(on_hand) on_hand, sum(reserved) reserved from added group by variant_id) m
  where m.variant_id = l.variant_id;
  return null;
end $$;
create trigger move_stock_levels after insert on stock_movements
  referencing new table as added for each statement execute function move_stock_levels();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is not allowed', tg_op, tg_table_name using errcode = 'check_violation';
end $$;
create trigger movements_are_never_changed before update or delete on stock_movements
  for each row execute function refuse_change();
create trigger levels_change_by_movements_only before update on stock_levels
  for each row when (pg_trigger_depth() = 0) execute function refuse_change();
create function start_at_nothing() returns trigger language plpgsql as $$
begin
  if new.on_hand <> 0 or new.reserved <> 0 then
    raise exception 'a level starts at nothing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger levels_start_at_nothing before insert on stock_levels for each row execute function start_at_nothing();
