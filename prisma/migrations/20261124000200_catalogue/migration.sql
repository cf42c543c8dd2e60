create type ppn_class as enum ('taxable', 'exempt'); -- PP 49/2022 art. 7 exempts fresh produce and milk

create table categories (
  slug text primary key,
  parent_slug text references categories,
  name_id text not null,
  name_en text not null,
  position integer not null,
  ppn_class ppn_class not null
);

create table producers (
  id text primary key,
  cooperative_id text not null references organisations,
  village_code text not null references villages,
  name text not null,
  slug text not null,
  story text not null default '',
  created_at timestamptz(3) not null default current_timestamp
);
create unique index producers_slug_unique on producers (slug);
create unique index producers_belong_to_one_cooperative on producers (id, cooperative_id);
create index producers_of_a_cooperative on producers (cooperative_id, name);

create table photos (
  id text primary key,
  organisation_id text not null references organisations,
  hash text not null constraint photos_have_a_hash check (hash ~ '^[0-9a-f]{32}$'), -- names the public files
  width integer not null,
  height integer not null,
  created_at timestamptz(3) not null default current_timestamp,
  made_at timestamptz(3), -- since when every size and format is there
  constraint photos_have_size check (width > 0 and height > 0)
);
create unique index photos_are_kept_once on photos (organisation_id, hash);
create unique index photos_belong_to_one_organisation on photos (id, organisation_id);

create type pack as enum ('pouch', 'cup', 'botol', 'jar', 'box', 'dus', 'pack', 'pcs', 'ikat');
create type storage as enum ('ambient', 'chilled', 'frozen');
create type gtin_kind as enum ('gs1', 'in_store');
create type product_status as enum ('published', 'paused', 'archived');

-- GS1: weights 1 and 3 from the left over twelve digits, the thirteenth brings the sum to a multiple of ten.
create function is_gtin13(code text) returns boolean language sql immutable strict as $$
  select code ~ '^[0-9]{13}$' and (
    select sum(substr(code, i, 1)::int * case when i % 2 = 0 then 3 else 1 end) % 10 = 0
    from generate_series(1, 13) i
  )
$$;

create sequence in_store_codes maxvalue 9999999999; -- ten digits between the prefix 20 and the check digit

-- What was approved and can be seen. A draft, or a change that waits, is a product_proposal.
create table products (
  id text primary key,
  cooperative_id text not null references organisations,
  producer_id text not null,
  category_slug text not null references categories,
  slug text not null,
  name text not null,
  brand text not null default '',
  story text not null default '',
  status product_status not null default 'published',
  photo_id text not null,
  published_at timestamptz(3) not null default current_timestamp,
  changed_at timestamptz(3) not null default current_timestamp,
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id)
);
create unique index products_slug_unique on products (slug);
create unique index products_belong_to_one_cooperative on products (id, cooperative_id);
create index products_newest_first on products (published_at desc, id desc);
create index products_of_a_cooperative on products (cooperative_id, name);
create index products_of_a_producer on products (producer_id);
create index products_of_a_category on products (category_slug, published_at desc, id desc);

create table variants (
  id text primary key,
  product_id text not null,
  cooperative_id text not null,
  pack pack not null,
  net_content text not null,
  gtin text not null constraint variants_have_a_valid_gtin check (is_gtin13(gtin)),
  gtin_kind gtin_kind not null,
  width_mm integer not null,
  height_mm integer not null,
  depth_mm integer not null,
  weight_g integer not null,
  stackable boolean not null,
  storage storage not null,
  shelf_life_days integer not null constraint variants_keep_for_a_while check (shelf_life_days between 1 and 36500),
  units_per_carton integer not null,
  min_cartons integer not null default 1,
  lead_time_days integer not null default 2 constraint variants_are_ready_some_day check (lead_time_days between 0 and 365),
  retail_price bigint not null, -- per piece, PPN included where it is charged
  wholesale_price bigint not null, -- per piece, before PPN
  member_price bigint not null, -- per piece, to the producer
  front_photo_id text not null, -- as it stands on the shelf
  foreign key (product_id, cooperative_id) references products (id, cooperative_id),
  foreign key (front_photo_id, cooperative_id) references photos (id, organisation_id),
  constraint variants_have_measure check (
    width_mm between 1 and 5000 and height_mm between 1 and 5000 and depth_mm between 1 and 5000 and weight_g between 1 and 1000000
  ),
  constraint variants_come_in_cartons check (units_per_carton between 1 and 10000 and min_cartons between 1 and 999),
  constraint variants_cost_something check (
    retail_price between 1 and 999999999999 and wholesale_price between 1 and 999999999999
    and member_price between 1 and 999999999999
  ),
  -- 20 to 29 is for codes inside one shop; a GS1 number never begins so.
  constraint variants_mark_in_store_codes check ((gtin_kind = 'in_store') = (gtin ~ '^2'))
);
create unique index variants_gtin_unique on variants (gtin);
create unique index variants_belong_to_one_cooperative on variants (id, cooperative_id);
create index variants_of_a_product on variants (product_id);

create type certificate_kind as enum ('halal', 'pirt', 'bpom_md', 'bpom_na', 'nkv', 'psat', 'organik');

create table certificates (
  id text primary key,
  cooperative_id text not null,
  product_id text not null,
  kind certificate_kind not null,
  number text not null,
  expires_on date,
  is_sample boolean not null default false, -- seeded: shown as an example, never as proof
  created_at timestamptz(3) not null default current_timestamp,
  foreign key (product_id, cooperative_id) references products (id, cooperative_id)
);
create unique index one_certificate_of_a_kind on certificates (product_id, kind);

create type proposal_status as enum ('draft', 'submitted', 'changes_asked', 'approved', 'withdrawn');

-- A new product, or a changed one, on its way to approval. What is approved is copied to products and variants.
create table product_proposals (
  id text primary key,
  cooperative_id text not null references organisations,
  product_id text, -- the product it changes; of a new one, the product it became
  producer_id text not null, -- on whose behalf
  status proposal_status not null default 'draft',
  version integer not null default 1, -- counts what was typed, so that an approval covers what was read
  name text not null,
  photo_id text not null,
  retail_price bigint not null,
  category_slug text references categories,
  brand text not null default '',
  story text not null default '',
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
  lead_time_days integer,
  wholesale_price bigint,
  member_price bigint,
  halal_number text,
  pirt_number text,
  bpom_number text,
  lot_quantity integer,
  lot_best_before date,
  proposed_by text not null references people,
  created_at timestamptz(3) not null default current_timestamp,
  changed_at timestamptz(3) not null default current_timestamp,
  submitted_at timestamptz(3),
  decided_by text references people,
  decided_at timestamptz(3),
  foreign key (product_id, cooperative_id) references products (id, cooperative_id),
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id),
  constraint proposals_cost_something check (
    retail_price between 1 and 999999999999 and wholesale_price between 1 and 999999999999
    and member_price between 1 and 999999999999
  ),
  constraint nobody_approves_their_own check (decided_by <> proposed_by),
  constraint decided_proposals_say_who_and_when check ((status <> 'approved') or (decided_by is not null and decided_at is not null)),
  constraint submitted_proposals_are_complete check (
    status not in ('submitted', 'approved') or (
      submitted_at is not null and category_slug is not null and pack is not null and net_content is not null
      and width_mm is not null and height_mm is not null and depth_mm is not null and weight_g is not null
      and stackable is not null and storage is not null and shelf_life_days is not null
      and units_per_carton is not null and min_cartons is not null and lead_time_days is not null
      and wholesale_price is not null and member_price is not null
    )
  ),
  constraint approved_proposals_became_a_product check (status <> 'approved' or product_id is not null)
);
create unique index one_open_proposal_per_product on product_proposals (product_id)
  where status in ('draft', 'submitted', 'changes_asked');
create index proposals_of_a_cooperative on product_proposals (cooperative_id, status, changed_at desc, id desc);
create index proposals_that_wait on product_proposals (status, submitted_at, id);

create table proposal_moves (
  id text primary key,
  proposal_id text not null references product_proposals,
  from_status proposal_status not null,
  to_status proposal_status not null,
  version integer not null,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  reason text not null default ''
);
create index moves_of_a_proposal on proposal_moves (proposal_id, at);
