-- Certificates become papers: of a product or of its producer, with a file, looked at by a person, kept when renewed.

alter type certificate_kind add value 'nib'; -- the business itself
alter type certificate_kind add value 'merek'; -- the brand

create type certificate_status as enum (
  'attested', -- somebody of the cooperative says so, and sends the paper where there is a file
  'verified', -- the operator looked at the paper
  'rejected'  -- the operator looked, and it does not prove it
);

-- Kinds are compared as text: values of an enum that are new in this migration cannot be used in it.
alter table certificates
  alter column product_id drop not null,
  add column producer_id text,
  add column holder_name text not null default '', -- as it is printed
  add column issued_on date,
  add column status certificate_status not null default 'attested',
  add column file_key text constraint one_certificate_per_file unique,
  add column file_type text,
  add column file_bytes integer,
  add column sent_by text references memberships, -- none: the number was typed with a product
  add column decided_by text references memberships,
  add column decided_at timestamptz(3),
  add column reason text not null default '',
  add column replaces text references certificates, -- the one that this renews
  add column replaced_at timestamptz(3), -- since then another one holds, and this is history
  add foreign key (producer_id, cooperative_id) references producers (id, cooperative_id),
  add constraint certificates_are_of_a_product_or_a_producer check (num_nonnulls(product_id, producer_id) = 1),
  add constraint businesses_and_brands_are_of_a_producer check (
    kind::text not in ('nib', 'merek') or producer_id is not null
  ),
  add constraint certificates_have_a_number check (length(number) between 1 and 60),
  add constraint certificates_expire_after_they_are_issued check (expires_on > issued_on),
  add constraint certificate_files_are_known check (
    num_nonnulls(file_key, file_type, file_bytes) in (0, 3)
    and file_type in ('application/pdf', 'image/jpeg') and file_bytes between 1 and 10485760
  ),
  add constraint certificates_are_decided_by_somebody check (
    (status = 'attested') = (decided_by is null) and (decided_by is null) = (decided_at is null)
  ),
  add constraint verified_certificates_have_a_file check (status <> 'verified' or file_key is not null),
  add constraint rejected_certificates_say_why check ((status = 'rejected') = (reason <> '')),
  add constraint nobody_verifies_their_own check (decided_by <> sent_by),
  add constraint certificates_renew_another check (replaces <> id);

drop index one_certificate_of_a_kind;
create unique index one_certificate_of_a_kind on certificates (product_id, kind) where replaced_at is null;
create unique index one_certificate_of_a_kind_of_a_producer on certificates (producer_id, kind) where replaced_at is null;
create index certificates_of_a_product on certificates (product_id);
create index certificates_of_a_producer on certificates (producer_id);
create index certificates_of_a_cooperative on certificates (cooperative_id, expires_on, id);
create index certificates_by_expiry on certificates (expires_on, id);
create index certificates_by_age on certificates (status, created_at, id);

-- A producer's papers count for its goods, except those of the business itself.
create view held_certificates as
  select p.id as product_id, c.id, c.kind, c.number, c.expires_on, c.is_sample, c.status, c.file_key
  from certificates c join products p on p.id = c.product_id
  where c.replaced_at is null and c.status <> 'rejected'
  union all
  select p.id, c.id, c.kind, c.number, c.expires_on, c.is_sample, c.status, c.file_key
  from certificates c join products p on p.producer_id = c.producer_id and p.cooperative_id = c.cooperative_id
  where c.replaced_at is null and c.status <> 'rejected' and c.kind::text not in ('nib', 'merek');

-- That somebody was told that a certificate ends, so many days before: once each.
create table certificate_reminders (
  certificate_id text not null references certificates on delete cascade,
  days_before integer not null,
  at timestamptz(3) not null,
  primary key (certificate_id, days_before)
);

-- Milk and what is made of it is of animals: fresh it needs an NKV, chilled never a P-IRT.
update categories set licences = '{bpom_md,nkv}' where slug = 'susu-olahan' and licences = '{bpom_md}';
update categories set licences = null where slug = 'susu' and licences = '{bpom_md}'; -- as the family
