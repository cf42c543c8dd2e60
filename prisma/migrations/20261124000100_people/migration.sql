create extension btree_gist; -- an exclusion compares ids beside ranges
create extension pg_trgm; -- mistyped words are found by their trigrams

-- Numbers that a law, a regulation or an agreement sets. The one in force on a day is the latest that began by then.
create table dated_settings (
  key text not null,
  effective_from date not null,
  value bigint not null,
  source text not null constraint settings_name_their_source check (source <> ''),
  primary key (key, effective_from)
);

create table cities (
  code text primary key, -- Kemendagri
  name text not null,
  slug text not null
);
create unique index cities_slug_unique on cities (slug);

create type village_kind as enum ('desa', 'kelurahan');

create table villages (
  code text primary key, -- Kemendagri, e.g. 35.79.01.1001; never mapped to BPS by position
  city_code text not null references cities,
  district text not null,
  name text not null,
  kind village_kind not null,
  slug text not null,
  spellings text[] not null default '{}', -- other ways people write the name
  lat double precision not null constraint villages_lie_on_earth check (lat between -90 and 90 and lon between -180 and 180),
  lon double precision not null,
  postal_code text not null
);
create unique index villages_slug_unique on villages (slug);
create index villages_of_a_city on villages (city_code, name);

create type organisation_kind as enum ('cooperative', 'retail_chain', 'agency', 'operator');

create table organisations (
  id text primary key,
  kind organisation_kind not null,
  name text not null, -- as registered
  short_name text not null, -- as people say it
  slug text not null,
  city_code text references cities,
  village_code text references villages,
  parent_id text references organisations, -- a secondary cooperative
  is_pkp boolean not null default false, -- charges PPN
  story text not null default '',
  created_at timestamptz(3) not null default current_timestamp,
  constraint a_cooperative_has_a_village check (kind <> 'cooperative' or village_code is not null)
);
create unique index organisations_slug_unique on organisations (slug);
create unique index organisations_have_one_kind on organisations (id, kind);
create index organisations_of_a_village on organisations (village_code);

create table people (
  id text primary key,
  name text not null,
  email text, -- lower case
  phone text, -- +62…
  password_hash text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint people_can_be_reached check (email is not null or phone is not null),
  constraint people_write_email_in_lower_case check (email = lower(email)),
  constraint people_have_international_phones check (phone ~ '^\+[1-9][0-9]{7,14}$')
);
create unique index people_email_unique on people (email);
create unique index people_phone_unique on people (phone);

create type role as enum ('officer', 'manager', 'buyer', 'approver', 'store_staff', 'finance', 'overseer', 'operator');

create table memberships (
  id text primary key,
  person_id text not null references people,
  organisation_id text not null,
  organisation_kind organisation_kind not null,
  role role not null,
  created_at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3),
  foreign key (organisation_id, organisation_kind) references organisations (id, kind),
  constraint memberships_give_a_role_of_their_kind check (
    (organisation_kind = 'cooperative' and role in ('officer', 'manager'))
    or (organisation_kind = 'retail_chain' and role in ('buyer', 'approver', 'store_staff', 'finance'))
    or (organisation_kind = 'agency' and role = 'overseer')
    or (organisation_kind = 'operator' and role = 'operator')
  )
);
create unique index memberships_belong_to_one_person on memberships (id, person_id);
create unique index one_membership_at_a_time on memberships (person_id, organisation_id) where ended_at is null;
create index memberships_of_an_organisation on memberships (organisation_id);

create table sessions (
  token_hash text primary key, -- SHA-256 of the cookie's token; the token itself is nowhere
  person_id text not null references people,
  membership_id text not null,
  device text not null default '',
  is_known_device boolean not null default false, -- stays signed in for 90 days
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  foreign key (membership_id, person_id) references memberships (id, person_id),
  constraint sessions_last_a_while check (expires_at > created_at)
);
create index sessions_of_a_person on sessions (person_id);

-- For who has no e-mail and forgot the password: read aloud by their manager or the operator, used once.
create table one_time_codes (
  id text primary key,
  person_id text not null references people,
  code_hash text not null,
  issued_by text not null references memberships,
  attempts integer not null default 0,
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint codes_are_tried_five_times check (attempts between 0 and 5)
);
create index one_time_codes_of_a_person on one_time_codes (person_id);
