-- The PostgreSQL search engine's index: one row per product that can be found, written by a job.
create table search_documents (
  product_id text primary key,
  slug text not null,
  name text not null,
  category_slug text not null,
  village_code text not null,
  cooperative_id text not null,
  producer_id text not null,
  storage storage not null,
  certificates text[] not null,
  store_ids text[] not null,
  price bigint not null, -- retail, per piece
  published_at timestamptz(3) not null,
  terms text not null, -- normalised words, for trigrams
  words tsvector not null -- the same words, weighted
);
create index search_words on search_documents using gin (words);
create index search_terms_trigrams on search_documents using gin (terms gin_trgm_ops);
create index search_newest on search_documents (published_at desc, product_id desc);
create index search_cheapest on search_documents (price, product_id);
create index search_by_category on search_documents (category_slug, published_at desc, product_id desc);
create index search_by_village on search_documents (village_code, published_at desc, product_id desc);
