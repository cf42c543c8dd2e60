-- Tables that people send as files: what was read of them, what each row would change, and what became of it.

create type import_kind as enum ('products', 'prices', 'stock', 'members', 'photos');
create type import_status as enum ('reading', 'refused', 'previewed', 'saving', 'done', 'given_up');
create type import_verdict as enum ('new', 'changed', 'same', 'wrong');

create table imports (
  id text primary key,
  cooperative_id text not null references organisations,
  kind import_kind not null,
  status import_status not null default 'reading',
  file_name text not null,
  headers text[] not null default '{}', -- as they stand in the file
  fields text[] not null default '{}', -- what each of them was read as; '' for one nobody knows
  problem jsonb, -- why the file was refused, as a message
  total integer not null default 0,
  done integer not null default 0, -- rows of this step that are finished
  started_by text not null references memberships,
  created_at timestamptz(3) not null,
  confirmed_by text references memberships,
  confirmed_at timestamptz(3),
  finished_at timestamptz(3),
  constraint imports_say_why_they_were_refused check ((status = 'refused') = (problem is not null)),
  constraint imports_are_saved_when_somebody_says_so check (
    num_nonnulls(confirmed_by, confirmed_at) in (0, 2)
    and (status not in ('saving', 'done') or confirmed_at is not null)
  ),
  constraint imports_count_what_is_done check (done between 0 and total)
);
create index imports_of_a_cooperative on imports (cooperative_id, created_at desc, id desc);

-- A member's secrets are sealed in `cells` and `content` like in its record.
create table import_rows (
  import_id text not null references imports on delete cascade,
  number integer not null, -- as a person counts rows, the head being the first
  batch integer not null default 0, -- rows that become one product are saved together
  cells text[] not null,
  content jsonb not null default '{}', -- what was read, by field
  verdict import_verdict not null,
  problems jsonb not null default '{}', -- messages by field
  changes jsonb not null default '{}', -- old and new by field
  saved_at timestamptz(3),
  proposal_id text references product_proposals, -- what was proposed
  primary key (import_id, number),
  constraint wrong_rows_say_why check ((verdict = 'wrong') = (problems <> '{}')),
  constraint wrong_rows_are_never_saved check (saved_at is null or verdict <> 'wrong')
);
create index import_rows_to_save on import_rows (import_id, batch, number) where saved_at is null;
create index import_rows_by_verdict on import_rows (import_id, verdict, number);
create index import_rows_of_a_proposal on import_rows (proposal_id) where proposal_id is not null;
