-- Changes of an import that somebody approves many at once: each by itself, and what became of it.
create table import_approvals (
  import_id text not null references imports on delete cascade,
  proposal_id text not null references product_proposals,
  version integer not null, -- the one that was read
  approved_by text not null references memberships,
  asked_at timestamptz(3) not null,
  decided_at timestamptz(3),
  problem jsonb, -- why it was not approved, as a message
  primary key (import_id, proposal_id),
  constraint approvals_fail_when_they_are_decided check (problem is null or decided_at is not null)
);
create index import_approvals_to_do on import_approvals (import_id, asked_at) where decided_at is null;
