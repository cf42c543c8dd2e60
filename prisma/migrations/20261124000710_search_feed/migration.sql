-- Indexes in an engine outside, and what each of them has yet to be told.
create table search_indexes (
  uid text primary key,
  settings_version text not null, -- what it was made as, see app/domain/search/settings.ts
  state text not null
    constraint search_indexes_have_a_state check (state in ('filling', 'live', 'retired')),
  synonyms_hash text, -- of the synonyms it was told; null until the engine has it
  changed_at timestamptz(3) not null -- since when it is in that state
);
create unique index one_index_is_live on search_indexes (state) where state = 'live';
create unique index one_index_is_filled on search_indexes (state) where state = 'filling';

-- One row for each product that is not in the index as it is in search_documents. A change while it is being sent gives
-- it another version, and only the version that was sent is taken away.
create table search_feed (
  index_uid text not null references search_indexes on delete cascade,
  product_id text not null,
  version bigserial not null,
  claimed_until timestamptz(3), -- somebody sends it, or died of it: then it is anybody's again
  primary key (index_uid, product_id)
);
create index search_feed_in_order on search_feed (index_uid, version);

-- What the drift checks found and put right.
create table search_checks (
  id text primary key,
  at timestamptz(3) not null,
  products integer not null, -- that can be found
  stale_documents integer not null, -- that search_documents lacked, had otherwise, or had and should not
  index_uid text, -- the live index outside, where there is one that answers
  stale_entries integer -- the same of that index
);
create index search_checks_newest on search_checks (at desc);
