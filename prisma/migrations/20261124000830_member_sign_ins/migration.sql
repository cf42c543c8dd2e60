-- What an officer typed when it gave somebody a way in for a member. An officer sees this, never what the account says:
-- a phone number must not tell whose it is.
alter table memberships add column invited_name text;
alter table memberships add column invited_contact text;
-- The account was somebody's before: no code of the cooperative opens it.
alter table memberships add column had_account boolean not null default false;
alter table memberships add constraint only_producers_are_invited check (
  role = 'producer' or (num_nonnulls(invited_name, invited_contact) = 0 and not had_account)
);
-- Who has signed in for the member already was seen by its cooperative.
update memberships m set invited_name = p.name, invited_contact = coalesce(p.phone, p.email)
from people p
where p.id = m.person_id and m.role = 'producer' and exists (select from sessions s where s.membership_id = m.id);
