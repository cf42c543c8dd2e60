-- What can be filtered by grows: one column holds every facet as `kind:slug`, so that a new kind is no migration.
-- The table is filled again from products at the next start (or `npm run reindex`); nothing in it is original.
drop table search_documents;

create table search_documents (
  product_id text primary key,
  facets text[] not null, -- `villages:tulungrejo`, `certificates:halal`, …
  price bigint not null, -- retail, per piece, of the cheapest pack
  min_cartons integer not null, -- of the pack that asks for the fewest
  lead_time_days integer not null, -- of the pack that is ready first
  shelf_life_days integer not null, -- of the pack that keeps longest
  popularity integer not null,
  published_at timestamptz(3) not null,
  words tsvector not null, -- normalised and weighted: name and barcode, then producer, village and category, then story
  document jsonb not null, -- as it was read, for engines outside
  hash text not null constraint search_documents_have_a_hash check (hash ~ '^[0-9a-f]{32}$') -- of what was read
);
create index search_words on search_documents using gin (words);
create index search_facets on search_documents using gin (facets);
create index search_newest on search_documents (published_at desc, product_id desc);
create index search_cheapest on search_documents (price, product_id);
create index search_popular on search_documents (popularity desc, product_id desc);
