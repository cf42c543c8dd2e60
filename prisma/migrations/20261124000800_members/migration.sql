-- Producers as members: what a cooperative keeps of them, who did what for them, and their own way in.

-- A new value of an enum cannot be used in the transaction that adds it, so the type is made anew.
alter table memberships drop constraint memberships_give_a_role_of_their_kind;
alter type role rename to role_before;
create type role as enum ('producer', 'officer', 'manager', 'buyer', 'approver', 'store_staff', 'finance', 'overseer', 'operator');
alter table memberships alter column role type role using role::text::role;
drop type role_before;

alter table memberships add column producer_id text; -- whose sign-in it is, where the role is producer
alter table memberships add foreign key (producer_id, organisation_id) references producers (id, cooperative_id);
alter table memberships add constraint memberships_give_a_role_of_their_kind check (
  (organisation_kind = 'cooperative' and role in ('producer', 'officer', 'manager'))
  or (organisation_kind = 'retail_chain' and role in ('buyer', 'approver', 'store_staff', 'finance'))
  or (organisation_kind = 'agency' and role = 'overseer')
  or (organisation_kind = 'operator' and role = 'operator')
);
alter table memberships add constraint a_producer_signs_in_for_itself check ((role = 'producer') = (producer_id is not null));
-- An officer of a village is often a member too, and is then there twice.
drop index one_membership_at_a_time;
create unique index one_membership_at_a_time on memberships (person_id, organisation_id, coalesce(producer_id, '')) where ended_at is null;
create index memberships_of_a_producer on memberships (producer_id) where producer_id is not null;

alter table producers add column left_at timestamptz(3); -- since when it is no member any more

create table producer_photos (
  producer_id text not null,
  cooperative_id text not null,
  photo_id text not null,
  position integer not null constraint producer_photos_have_a_place check (position between 1 and 6),
  primary key (producer_id, photo_id),
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id)
);
create unique index one_photo_at_a_place on producer_photos (producer_id, position);

create table producer_categories (
  producer_id text not null references producers,
  category_slug text not null references categories,
  primary key (producer_id, category_slug)
);

-- When a producer makes nothing: harvest, a feast, a repair.
create table producer_closures (
  id text primary key,
  producer_id text not null,
  cooperative_id text not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null default '', -- shown to everybody
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  constraint closures_have_days check (ends_on > starts_on),
  constraint closures_of_a_producer_never_overlap exclude using gist (
    producer_id with =, daterange(starts_on, ends_on) with &&
  )
);

-- What nobody outside may see. Apart from producers, so that no public query comes near it. What is sealed is AES-256-GCM
-- (app/platform/sealed.server.ts), bound to its row and field; nothing else goes into such a column.
create table producer_records (
  producer_id text primary key,
  cooperative_id text not null,
  owner_name text not null,
  nib text constraint records_have_a_valid_nib check (nib ~ '^[0-9]{13}$'),
  is_pkp boolean not null default false,
  npwp_sealed text, -- of a person it is the NIK
  nik_sealed text,
  nik_digest text, -- keyed: two equal numbers have the same, and it says nothing to who has no key
  nik_region text, -- the first four digits: where it was issued, which the village says too
  nik_verified_at timestamptz(3),
  nik_verified_by text references memberships,
  bank text,
  account_sealed text,
  account_end text, -- the last three digits
  account_holder text,
  statement_on date, -- the day on which the member stated a turnover of at most Rp 500 million a year
  statement_recorded_by text references memberships,
  is_sample boolean not null default false, -- seeded: shown as an example
  version integer not null default 1,
  changed_at timestamptz(3) not null default current_timestamp,
  erased_at timestamptz(3),
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  constraint records_name_the_owner check ((owner_name = '') = (erased_at is not null)),
  constraint records_seal_what_is_secret check (
    nik_sealed ~ '^s1\.[a-z0-9-]+\.' and npwp_sealed ~ '^s1\.[a-z0-9-]+\.' and account_sealed ~ '^s1\.[a-z0-9-]+\.'
  ),
  constraint records_keep_a_nik_whole check (
    num_nonnulls(nik_sealed, nik_digest, nik_region) in (0, 3) and nik_region ~ '^[0-9]{4}$'
  ),
  constraint records_verify_a_nik_that_is_there check (
    num_nonnulls(nik_verified_at, nik_verified_by) in (0, 2) and (nik_verified_at is null or nik_sealed is not null)
  ),
  constraint records_of_a_pkp_have_an_npwp check (not is_pkp or npwp_sealed is not null),
  constraint records_keep_an_account_whole check (
    num_nonnulls(bank, account_sealed, account_end, account_holder) in (0, 4) and account_end ~ '^[0-9]{3}$'
  ),
  constraint statements_say_who_recorded_them check (num_nonnulls(statement_on, statement_recorded_by) in (0, 2)),
  constraint erased_records_hold_nothing check (
    erased_at is null
    or (num_nonnulls(nib, npwp_sealed, nik_sealed, account_sealed, statement_on) = 0 and not is_pkp)
  )
);
create unique index records_belong_to_one_cooperative on producer_records (producer_id, cooperative_id);
create unique index one_member_per_nik on producer_records (cooperative_id, nik_digest);

create type consent_way as enum ('paper', 'spoken', 'own_sign_in');

-- That the member allowed it to be kept, after which words.
create table producer_consents (
  id text primary key,
  producer_id text not null,
  cooperative_id text not null,
  text_version text not null constraint consents_name_their_text check (text_version <> ''),
  way consent_way not null,
  given_at timestamptz(3) not null,
  recorded_by text not null references memberships,
  withdrawn_at timestamptz(3),
  withdrawn_by text references memberships,
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  constraint consents_are_withdrawn_after_they_were_given check (
    num_nonnulls(withdrawn_at, withdrawn_by) in (0, 2) and withdrawn_at >= given_at
  )
);
create unique index one_consent_at_a_time on producer_consents (producer_id) where withdrawn_at is null;
create index consents_of_a_producer on producer_consents (producer_id, given_at);

create type request_kind as enum ('correction', 'erasure');
create type request_status as enum ('open', 'done', 'refused');

-- What a member asks of those who keep its data, and until when it must be answered.
create table producer_requests (
  id text primary key,
  producer_id text not null,
  cooperative_id text not null,
  kind request_kind not null,
  status request_status not null default 'open',
  field text, -- what is to be corrected
  value_sealed text constraint requests_seal_the_value check (value_sealed ~ '^s1\.[a-z0-9-]+\.'), -- until it is answered
  note text not null default '',
  asked_by text not null references people,
  asked_at timestamptz(3) not null,
  answer_by timestamptz(3) not null,
  answered_by text references people,
  answered_at timestamptz(3),
  reason text not null default '',
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  constraint corrections_name_a_field check ((kind = 'correction') = (field is not null)),
  constraint requests_keep_a_value_while_they_wait check (
    (value_sealed is not null) = (kind = 'correction' and status = 'open')
  ),
  constraint requests_are_answered_by_somebody check (
    (status = 'open') = (answered_at is null) and (status = 'open') = (answered_by is null)
  ),
  constraint nobody_answers_their_own_request check (answered_by <> asked_by),
  constraint requests_are_refused_for_a_reason check (status <> 'refused' or reason <> ''),
  constraint requests_are_answered_some_day check (answer_by > asked_at)
);
create unique index one_open_request_of_a_kind on producer_requests (producer_id, kind, coalesce(field, '')) where status = 'open';
create index requests_that_wait on producer_requests (cooperative_id, answer_by, id) where status = 'open';
create index requests_of_a_producer on producer_requests (producer_id, asked_at desc);

-- Who did what with a member's data, and when. `fields` names what was changed or looked at, never what stood there.
create table producer_acts (
  id text primary key,
  producer_id text not null,
  cooperative_id text not null,
  kind text not null,
  fields text[] not null default '{}',
  reason text not null default '',
  by_membership_id text not null references memberships, -- of an officer: on the member's behalf
  at timestamptz(3) not null,
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id)
);
create index acts_of_a_producer on producer_acts (producer_id, at desc, id desc);
create trigger acts_are_never_changed before update or delete on producer_acts
  for each row execute function refuse_change();
