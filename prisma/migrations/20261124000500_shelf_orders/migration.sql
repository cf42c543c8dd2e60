create sequence shelf_order_numbers;
create sequence purchase_order_numbers;
-- What people read aloud: PR-2611-0042 is the 42nd shelf order, placed in November 2026. Four digits at least; lpad
-- would cut the 10,000th down to them.
create function order_number(kind text, serial bigint) returns text language sql as $$
  select kind || '-' || to_char(current_date, 'YYMM') || '-' || lpad(serial::text, greatest(4, length(serial::text)), '0')
$$;
create function next_shelf_order_number() returns text language sql as $$
  select order_number('PR', nextval('shelf_order_numbers'))
$$;
create function next_purchase_order_number() returns text language sql as $$
  select order_number('PO', nextval('purchase_order_numbers'))
$$;

create table shelf_orders (
  id text primary key,
  number text not null default next_shelf_order_number(),
  chain_id text not null references retail_chains,
  starts_on date not null,
  ends_on date not null,
  placed_by text not null references memberships,
  placed_at timestamptz(3) not null default current_timestamp,
  constraint shelf_orders_have_days check (ends_on > starts_on)
);
create unique index shelf_orders_number_unique on shelf_orders (number);
create unique index shelf_orders_belong_to_one_chain on shelf_orders (id, chain_id);
create index shelf_orders_newest_first on shelf_orders (chain_id, placed_at desc, id desc);

create type purchase_order_status as enum ('sent', 'countered', 'accepted', 'declined', 'cancelled');
create type order_line_status as enum ('asked', 'countered', 'accepted', 'declined', 'left');

create table purchase_orders (
  id text primary key,
  number text not null default next_purchase_order_number(),
  shelf_order_id text not null,
  chain_id text not null,
  cooperative_id text not null references organisations,
  cooperative_is_pkp boolean not null, -- as it was when ordered
  status purchase_order_status not null default 'sent',
  total bigint not null, -- of the lines that stand, before PPN
  answer_by timestamptz(3) not null,
  answered_at timestamptz(3),
  foreign key (shelf_order_id, chain_id) references shelf_orders (id, chain_id),
  constraint purchase_orders_cost_something check (total > 0 or status in ('declined', 'cancelled')),
  constraint purchase_orders_never_cost_less_than_nothing check (total >= 0)
);
create unique index purchase_orders_number_unique on purchase_orders (number);
create unique index one_purchase_order_per_cooperative on purchase_orders (shelf_order_id, cooperative_id);
create index purchase_orders_to_answer on purchase_orders (cooperative_id, status, answer_by);

create table purchase_order_lines (
  id text primary key,
  purchase_order_id text not null references purchase_orders,
  store_id text not null references stores,
  variant_id text not null references variants,
  status order_line_status not null default 'asked',
  cartons integer not null, -- what stands now
  asked_cartons integer not null,
  units_per_carton integer not null, -- the next three as they were when ordered
  unit_price bigint not null,
  retail_price bigint not null,
  ppn_class ppn_class not null,
  deliver_on date not null,
  counter_cartons integer,
  counter_deliver_on date,
  constraint lines_ask_for_something check (cartons between 1 and 9999 and asked_cartons >= cartons and units_per_carton > 0 and unit_price > 0),
  constraint counter_offers_say_how_much_and_when check (
    status <> 'countered' or (counter_cartons between 1 and asked_cartons and counter_deliver_on is not null)
  )
);
create unique index one_line_per_store_and_variant on purchase_order_lines (purchase_order_id, store_id, variant_id);
create index lines_of_a_variant on purchase_order_lines (variant_id);

create table purchase_order_moves (
  id text primary key,
  purchase_order_id text not null references purchase_orders,
  line_id text references purchase_order_lines, -- of one line; otherwise of the whole order
  from_status text not null,
  to_status text not null,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  reason text not null default ''
);
create index moves_of_a_purchase_order on purchase_order_moves (purchase_order_id, at);

create table shelf_bookings (
  id text primary key,
  shelf_id text not null,
  chain_id text not null,
  line_id text references purchase_order_lines,
  variant_id text references variants,
  label text, -- what stands there that is not in the catalogue
  facings integer not null,
  stack integer not null, -- packs on top of each other
  pack_width_mm integer not null,
  pack_height_mm integer not null,
  pack_depth_mm integer not null,
  start_mm integer not null,
  end_mm integer not null,
  starts_on date not null,
  ends_on date not null,
  released_at timestamptz(3),
  foreign key (shelf_id, chain_id) references shelves (id, chain_id),
  constraint bookings_are_of_a_line_or_have_a_label check (
    (variant_id is not null and line_id is not null and label is null)
    or (variant_id is null and line_id is null and label is not null)
  ),
  constraint bookings_are_as_wide_as_their_facings check (
    start_mm >= 0 and facings > 0 and stack > 0 and pack_width_mm > 0 and end_mm = start_mm + facings * pack_width_mm
  ),
  constraint bookings_have_days check (ends_on > starts_on),
  constraint no_two_bookings_overlap exclude using gist (
    shelf_id with =,
    int4range(start_mm, end_mm) with &&,
    daterange(starts_on, ends_on) with &&
  ) where (released_at is null)
);
create index bookings_of_a_line on shelf_bookings (line_id);
create index bookings_of_a_variant on shelf_bookings (variant_id, ends_on) where released_at is null;

-- A booking ends where its shelf ends; a CHECK cannot look into another table.
create function keep_bookings_on_the_shelf() returns trigger language plpgsql as $$
declare
  shelf_width integer;
begin
  select width_mm into shelf_width from shelves where id = new.shelf_id;
  if new.end_mm > shelf_width then
    raise exception 'booking % ends at % mm; the shelf ends at % mm', new.id, new.end_mm, shelf_width
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_bookings_on_the_shelf before insert or update of shelf_id, end_mm on shelf_bookings
  for each row execute function keep_bookings_on_the_shelf();

-- What a movement reserved was reserved for a line that exists.
alter table stock_movements add foreign key (order_line_id) references purchase_order_lines;
