create extension fuzzystrmatch; -- how many letters a mistyped word is away from a known one

-- The PostgreSQL search engine's index: one row per product that can be found, written by a job.
create table search_documents (
  product_id text primary key,
  category_slugs text[] not null, -- its category and those above it
  village_slug text not null,
  storages text[] not null,
  certificates text[] not null,
  store_slugs text[] not null, -- where it stands, or will
  price bigint not null, -- retail, per piece, of the cheapest pack
  published_at timestamptz(3) not null,
  words tsvector not null -- normalised and weighted: name, then producer, village and category, then story
);
create index search_words on search_documents using gin (words);
create index search_newest on search_documents (published_at desc, product_id desc);
create index search_cheapest on search_documents (price, product_id);
create index search_by_village on search_documents (village_slug, published_at desc, product_id desc);

-- Every word that was ever indexed; a word that finds nothing is compared with these.
create table search_vocabulary (
  word text primary key
);
