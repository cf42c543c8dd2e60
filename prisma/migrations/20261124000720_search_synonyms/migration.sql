-- What else a shopper means by a phrase, kept by the operator. A removed one stays, so that nobody wonders who took it
-- out, and so that seeding again does not bring it back.
create table search_synonyms (
  id text primary key,
  phrase text not null, -- what is typed
  also text not null, -- what would also do
  is_mutual boolean not null, -- and the other way round
  added_at timestamptz(3) not null,
  added_by_id text references memberships, -- null for those that came with the program
  removed_at timestamptz(3),
  removed_by_id text references memberships,
  constraint synonyms_are_short_phrases check (
    phrase = btrim(phrase) and also = btrim(also) and length(phrase) between 2 and 60 and length(also) between 2 and 60
  ),
  constraint synonyms_join_two_phrases check (lower(phrase) <> lower(also)),
  constraint synonyms_are_removed_by_somebody check ((removed_at is null) = (removed_by_id is null))
);
create unique index a_synonym_is_there_once on search_synonyms (lower(phrase), lower(also)) where removed_at is null;
