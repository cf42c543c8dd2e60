create table retail_chains (
  organisation_id text primary key references organisations,
  safety_days integer not null, -- life that must be left when the last piece is sold
  short_life_days integer not null, -- goods that keep no longer are ordered by expected sales
  daily_sales_per_facing integer not null, -- pieces, until the chain's own sales are known
  answer_hours integer not null, -- how long a cooperative has to answer a PO
  constraint chains_plan_in_whole_days check (
    safety_days between 0 and 365 and short_life_days between 0 and 365
    and daily_sales_per_facing between 1 and 1000 and answer_hours between 1 and 720
  )
);

create type store_class as enum ('minimarket', 'supermarket', 'hypermarket', 'department_store', 'souvenir_shop');

create table stores (
  id text primary key,
  chain_id text not null references retail_chains,
  city_code text references cities,
  name text not null,
  slug text not null,
  class store_class not null,
  address text not null,
  hours text not null,
  lat double precision not null,
  lon double precision not null,
  constraint stores_lie_on_earth check (lat between -90 and 90 and lon between -180 and 180)
);
create unique index stores_slug_unique on stores (slug);
create unique index stores_belong_to_one_chain on stores (id, chain_id);
create index stores_of_a_chain on stores (chain_id, name);

create table fixtures (
  id text primary key,
  store_id text not null,
  chain_id text not null,
  name text not null,
  model text not null, -- fixtures of one model take the same plan
  storage storage not null,
  position integer not null,
  foreign key (store_id, chain_id) references stores (id, chain_id)
);
create unique index fixtures_belong_to_one_chain on fixtures (id, chain_id);
create unique index fixtures_stand_in_one_place on fixtures (store_id, position);

create table shelves (
  id text primary key,
  fixture_id text not null,
  chain_id text not null,
  level integer not null constraint shelves_count_from_the_floor check (level between 1 and 20),
  width_mm integer not null,
  height_mm integer not null, -- clear
  depth_mm integer not null,
  max_load_g integer not null,
  foreign key (fixture_id, chain_id) references fixtures (id, chain_id),
  constraint shelves_have_measure check (
    width_mm between 1 and 10000 and height_mm between 1 and 5000 and depth_mm between 1 and 5000 and max_load_g > 0
  )
);
create unique index one_shelf_per_level on shelves (fixture_id, level);
create unique index shelves_belong_to_one_chain on shelves (id, chain_id);

-- A buyer's draft, kept while it is drawn. Nothing is taken until it is ordered.
create table shelf_plans (
  id text primary key,
  chain_id text not null,
  fixture_id text not null,
  starts_on date not null,
  ends_on date not null,
  placements jsonb not null default '[]',
  amounts jsonb not null default '[]', -- cartons and expected sales that the buyer typed instead of what is proposed
  version integer not null default 1,
  changed_by text not null references memberships,
  changed_at timestamptz(3) not null default current_timestamp,
  foreign key (fixture_id, chain_id) references fixtures (id, chain_id),
  constraint plans_have_days check (ends_on > starts_on)
);
create unique index one_plan_per_fixture_and_period on shelf_plans (fixture_id, starts_on, ends_on);
