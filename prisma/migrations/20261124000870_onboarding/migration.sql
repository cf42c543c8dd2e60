-- How organisations come in, and people into them: applications, invitations, roles and who gave them.

-- A chain gets somebody who keeps its people. A new value of an enum cannot be used in the transaction that adds it, so
-- the type is made anew.
alter table memberships drop constraint memberships_give_a_role_of_their_kind;
alter table memberships drop constraint a_producer_signs_in_for_itself;
alter table memberships drop constraint only_producers_are_invited;
alter type role rename to role_before;
create type role as enum (
  'producer', 'officer', 'manager', 'chain_manager', 'buyer', 'approver', 'store_staff', 'finance', 'overseer', 'operator'
);
alter table memberships alter column role type role using role::text::role;
drop type role_before;

create function is_role_of(kind organisation_kind, role role) returns boolean immutable language sql as $$
  select case kind
    when 'cooperative' then role in ('producer', 'officer', 'manager')
    when 'retail_chain' then role in ('chain_manager', 'buyer', 'approver', 'store_staff', 'finance')
    when 'agency' then role = 'overseer'
    when 'operator' then role = 'operator'
  end
$$;
-- Who keeps the people of an organisation, and of whom there is always one.
create function keeps_people(role role) returns boolean immutable language sql as $$
  select role in ('manager', 'chain_manager', 'operator')
$$;

alter table memberships add constraint memberships_give_a_role_of_their_kind check (is_role_of(organisation_kind, role));
alter table memberships add constraint a_producer_signs_in_for_itself check ((role = 'producer') = (producer_id is not null));
-- Whoever accepted an invitation with an account of their own keeps it to themselves, whatever their role.
alter table memberships add constraint only_producers_are_named_by_who_invited check (
  role = 'producer' or num_nonnulls(invited_name, invited_contact) = 0
);
create unique index memberships_are_of_one_organisation on memberships (id, organisation_id);

alter table sessions add column seen_at timestamptz(3); -- at most an hour behind

-- Two who remove each other at once queue up on the organisation's row, and the second one finds nobody left.
create function keep_the_last_manager() returns trigger language plpgsql as $$
begin
  perform 1 from organisations where id = old.organisation_id for no key update;
  if not exists (
    select from memberships
    where organisation_id = old.organisation_id and keeps_people(role) and ended_at is null and id <> old.id
  ) then
    raise exception 'an organisation keeps its last manager' using errcode = 'check_violation', constraint = 'organisations_keep_their_last_manager';
  end if;
  return null;
end $$;
create trigger organisations_keep_their_last_manager after update on memberships
  for each row when (
    keeps_people(old.role) and old.ended_at is null
    and (new.ended_at is not null or not keeps_people(new.role) or new.organisation_id <> old.organisation_id)
  ) execute function keep_the_last_manager();
create trigger a_last_manager_is_not_deleted after delete on memberships
  for each row when (keeps_people(old.role) and old.ended_at is null) execute function keep_the_last_manager();

create type membership_move_kind as enum ('joined', 'role_changed', 'handed_over', 'removed', 'left');

-- Who gave whom which role, and took it. Never changed.
create table membership_moves (
  id text primary key,
  membership_id text not null,
  organisation_id text not null,
  kind membership_move_kind not null,
  from_role role,
  to_role role,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  foreign key (membership_id, organisation_id) references memberships (id, organisation_id),
  constraint moves_say_what_changed check (from_role is distinct from to_role)
);
create index moves_of_an_organisations_people on membership_moves (organisation_id, at desc);
create trigger membership_moves_are_never_changed before update or delete on membership_moves
  for each row execute function refuse_change();

-- What is known of an organisation and shown to its own people and the operator only.
create table organisation_records (
  organisation_id text primary key references organisations,
  ahu_number text,
  nik_koperasi text,
  nib text,
  npwp text,
  bank text,
  account_sealed text,
  account_end text,
  account_holder text,
  constraint organisations_seal_their_account check (account_sealed like 's1.%')
);
create unique index one_organisation_per_ahu_number on organisation_records (ahu_number);
create unique index one_organisation_per_nik_koperasi on organisation_records (nik_koperasi);

create type application_status as enum ('draft', 'submitted', 'changes_asked', 'approved', 'refused');

create table applications (
  id text primary key,
  number text not null, -- read aloud on the telephone
  kind organisation_kind not null constraint cooperatives_and_chains_apply check (kind in ('cooperative', 'retail_chain')),
  status application_status not null default 'draft',
  version integer not null default 1,
  token_hash text not null, -- SHA-256 of the private link's token
  filer_name text not null, -- who fills it in, as they call themselves
  filed_by_person_id text references people, -- where they were signed in
  legal_name text,
  short_name text,
  village_code text references villages,
  ahu_number text,
  nik_koperasi text,
  nib text,
  npwp text,
  bank text,
  account_sealed text,
  account_end text,
  account_holder text,
  is_sample boolean not null default false, -- seeded: shown as an example
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  submitted_at timestamptz(3), -- since when the operator is awaited, or was
  decided_at timestamptz(3),
  decided_by text references memberships,
  organisation_id text references organisations, -- what came of it
  constraint applications_write_ahu_numbers_as_the_ministry_does check (ahu_number ~ '^AHU-[0-9]{7}\.AH\.01\.29\.TAHUN [0-9]{4}$'),
  constraint applications_have_a_valid_nik_koperasi check (nik_koperasi ~ '^[0-9]{10,16}$'),
  constraint applications_have_a_valid_nib check (nib ~ '^[0-9]{13}$'),
  constraint applications_have_an_organisations_npwp check (npwp ~ '^0[0-9]{15}$'),
  constraint applications_seal_the_account check (account_sealed like 's1.%' and account_end ~ '^[0-9]{3}$'),
  constraint submitted_applications_are_complete check (
    status = 'draft' or (
      submitted_at is not null and num_nulls(legal_name, short_name, npwp) = 0 and case kind
        when 'cooperative' then num_nulls(village_code, ahu_number, nik_koperasi, bank, account_sealed, account_holder) = 0
        else nib is not null
      end
    )
  ),
  constraint decided_applications_say_by_whom check ((status in ('approved', 'refused')) = (num_nonnulls(decided_at, decided_by) = 2)),
  constraint approved_applications_became_an_organisation check ((status = 'approved') = (organisation_id is not null))
);
create unique index applications_number_unique on applications (number);
create unique index applications_token_unique on applications (token_hash);
create unique index applications_organisation_unique on applications (organisation_id);
-- A draft blocks nobody: anybody can begin one.
create unique index one_open_application_per_ahu_number on applications (ahu_number)
  where status in ('submitted', 'changes_asked');
create unique index one_open_application_per_village on applications (village_code)
  where status in ('submitted', 'changes_asked') and kind = 'cooperative';
create index applications_that_wait on applications (submitted_at, id) where status = 'submitted';
create sequence application_numbers;

create table application_people (
  id text primary key,
  application_id text not null references applications,
  position integer not null constraint applications_name_eight_people check (position between 1 and 8),
  name text not null,
  email text,
  phone text,
  role role not null,
  constraint applicants_can_be_reached check (num_nonnulls(email, phone) = 1),
  constraint applicants_write_email_in_lower_case check (email = lower(email)),
  constraint applicants_have_international_phones check (phone ~ '^\+[1-9][0-9]{7,14}$')
);
create unique index people_of_an_application_have_a_place on application_people (application_id, position);
create unique index a_person_is_named_once on application_people (application_id, coalesce(email, phone));

create type application_document_kind as enum ('deed', 'npwp', 'ktp', 'account');

-- A paper that was sent. The file is sealed; a replaced one is gone, and its row says that it was there.
create table application_documents (
  id text primary key,
  application_id text not null references applications,
  kind application_document_kind not null,
  type text not null constraint documents_are_pdf_or_picture check (type in ('application/pdf', 'image/jpeg')),
  size integer not null constraint documents_have_a_size check (size > 0),
  uploaded_by text not null, -- the name of who filled in the form
  uploaded_at timestamptz(3) not null,
  removed_at timestamptz(3)
);
create unique index one_document_of_a_kind on application_documents (application_id, kind) where removed_at is null;
create unique index documents_belong_to_one_application on application_documents (id, application_id);

-- Whoever opened a paper did, and it cannot be undone.
create table application_openings (
  id text primary key,
  document_id text not null references application_documents,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null
);
create index openings_of_a_document on application_openings (document_id, by_membership_id);
create trigger openings_are_never_changed before update or delete on application_openings
  for each row execute function refuse_change();

-- Somebody of the operator looked, at this paper.
create table application_verifications (
  id text primary key,
  application_id text not null references applications,
  item application_document_kind not null, -- what the paper of that kind proves
  document_id text not null,
  by_membership_id text not null references memberships,
  at timestamptz(3) not null,
  ended_at timestamptz(3), -- what was looked at has changed since, or it was taken back
  foreign key (document_id, application_id) references application_documents (id, application_id)
);
create unique index an_item_is_verified_once on application_verifications (application_id, item) where ended_at is null;

create table application_moves (
  id text primary key,
  application_id text not null references applications,
  from_status application_status not null,
  to_status application_status not null,
  by_membership_id text references memberships, -- empty for the applicant
  at timestamptz(3) not null,
  reason text not null default '',
  constraint the_operator_says_who_moved check ((to_status = 'submitted') = (by_membership_id is null))
);
create index moves_of_an_application on application_moves (application_id, at);
create trigger application_moves_are_never_changed before update or delete on application_moves
  for each row execute function refuse_change();

-- What is to be changed, item by item; it stands at its field until it is sent again.
create table application_remarks (
  move_id text not null references application_moves,
  item text not null,
  reason text not null constraint remarks_say_why check (reason <> ''),
  primary key (move_id, item)
);

-- Nobody judges what they filed, and nobody an application that names them.
create function is_of_the_applicants(application text, membership text) returns boolean stable language sql as $$
  select exists (
    select from memberships m join people p on p.id = m.person_id
    where m.id = membership and (
      exists (select from applications a where a.id = application and a.filed_by_person_id = p.id)
      or exists (select from application_people o where o.application_id = application and (o.email = p.email or o.phone = p.phone))
    )
  )
$$;

create function keep_verifications_honest() returns trigger language plpgsql as $$
begin
  if is_of_the_applicants(new.application_id, new.by_membership_id) then
    raise exception 'nobody verifies what they filed' using errcode = 'check_violation', constraint = 'nobody_verifies_what_they_filed';
  end if;
  if not exists (
    select from application_documents d join application_openings o on o.document_id = d.id
    where d.id = new.document_id and d.kind = new.item and d.removed_at is null and o.by_membership_id = new.by_membership_id
  ) then
    raise exception 'only a paper that was opened is verified' using errcode = 'check_violation', constraint = 'verified_papers_were_opened';
  end if;
  return new;
end $$;
create trigger verifications_are_honest before insert on application_verifications
  for each row execute function keep_verifications_honest();

-- Which papers are asked of whom; app/domain/onboarding/checklist.ts says the same, and a test compares the two.
create function papers_asked_of(kind organisation_kind) returns application_document_kind[] immutable language sql as $$
  select case kind
    when 'cooperative' then '{deed,npwp,ktp,account}'::application_document_kind[]
    else '{deed,npwp}'::application_document_kind[]
  end
$$;

create function keep_approvals_whole() returns trigger language plpgsql as $$
begin
  if is_of_the_applicants(new.id, new.decided_by) then
    raise exception 'nobody approves what they filed' using errcode = 'check_violation', constraint = 'nobody_approves_what_they_filed';
  end if;
  if exists (
    select from unnest(papers_asked_of(new.kind)) item
    where not exists (
      select from application_verifications v join application_documents d on d.id = v.document_id and d.removed_at is null
      where v.application_id = new.id and v.item = item and v.ended_at is null
    )
  ) or not exists (
    select from application_people where application_id = new.id and keeps_people(role)
  ) then
    raise exception 'an application is approved when all of it holds' using errcode = 'check_violation', constraint = 'approved_applications_were_verified';
  end if;
  return new;
end $$;
create trigger approvals_are_whole before update on applications
  for each row when (new.status = 'approved' and old.status <> 'approved') execute function keep_approvals_whole();

-- A way into an organisation, for one person, who accepts it or does not.
create table invitations (
  id text primary key,
  organisation_id text not null,
  organisation_kind organisation_kind not null,
  role role not null,
  producer_id text,
  person_name text not null,
  email text,
  phone text,
  token_hash text not null, -- SHA-256 of the link's token
  sent_by text not null references memberships,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  membership_id text, -- what came of it
  revoked_at timestamptz(3),
  revoked_by text references memberships,
  foreign key (organisation_id, organisation_kind) references organisations (id, kind),
  foreign key (producer_id, organisation_id) references producers (id, cooperative_id),
  foreign key (membership_id, organisation_id) references memberships (id, organisation_id),
  constraint invitations_give_a_role_of_their_kind check (is_role_of(organisation_kind, role)),
  constraint producers_are_invited_for_themselves check ((role = 'producer') = (producer_id is not null)),
  constraint who_is_invited_can_be_reached check (num_nonnulls(email, phone) = 1),
  constraint invitations_last_seven_days check (expires_at > created_at and expires_at <= created_at + interval '7 days'),
  constraint invitations_end_once check (num_nonnulls(accepted_at, revoked_at) <= 1),
  constraint accepted_invitations_made_a_membership check ((accepted_at is null) = (membership_id is null)),
  constraint revoked_invitations_say_by_whom check ((revoked_at is null) = (revoked_by is null))
);
create unique index invitations_token_unique on invitations (token_hash);
create unique index invitations_membership_unique on invitations (membership_id);
create unique index one_invitation_at_a_time on invitations (organisation_id, coalesce(producer_id, ''), coalesce(email, phone))
  where accepted_at is null and revoked_at is null;
create index invitations_of_a_producer on invitations (producer_id) where producer_id is not null;
