-- What people are told: in their inbox, by mail and on the phone; and what waits too long goes to somebody else.

create table notices (
  id text primary key,
  membership_id text not null references memberships, -- who is told, acting for whom
  kind text not null constraint notices_have_a_kind check (kind ~ '^[a-z_]+\.[a-z_]+$'), -- app/domain/notices/kinds.ts
  about_id text not null, -- the thing; the kind says what it is
  occasion text not null default '', -- tells two notices of one kind about one thing apart: a version, a day
  step integer not null default 0 constraint notices_are_passed_on_twice check (step between 0 and 2),
  said jsonb not null default '{}', -- what the text is filled with when it is read
  waits boolean not null, -- for an answer
  in_inbox boolean not null default true,
  told_at timestamptz(3) not null,
  read_at timestamptz(3),
  settled_at timestamptz(3), -- when it was seen to wait no more; whether it does is asked of the thing itself
  constraint what_waits_is_in_the_inbox check (in_inbox or not waits),
  constraint only_what_waits_is_settled check (waits or settled_at is null)
);
-- Whoever tells the same again tells nothing, two workers at once included.
create unique index one_notice_of_an_occasion on notices (membership_id, kind, about_id, occasion);
create index notices_newest_first on notices (membership_id, told_at desc, id desc);
create index notices_unread on notices (membership_id, told_at desc, id desc) where read_at is null and in_inbox;
create index notices_that_wait on notices (membership_id, about_id) where waits and settled_at is null;
create index notices_of_a_thing on notices (about_id, kind);

create type delivery_channel as enum ('mail', 'push');
create type delivery_status as enum ('waiting', 'sending', 'sent', 'failed', 'skipped'); -- skipped: read or answered before

create table deliveries (
  notice_id text not null references notices,
  channel delivery_channel not null,
  status delivery_status not null default 'waiting',
  due_at timestamptz(3) not null,
  attempts integer not null default 0 constraint deliveries_are_tried_a_few_times check (attempts between 0 and 20),
  begun_at timestamptz(3), -- when the last try began
  sent_at timestamptz(3),
  reason text not null default '', -- why not; never a secret, never an address
  primary key (notice_id, channel), -- at most once
  constraint what_was_sent_says_when check ((status = 'sent') = (sent_at is not null))
);
create index deliveries_that_wait on deliveries (due_at) where status in ('waiting', 'sending');

create table notice_preferences (
  membership_id text not null references memberships,
  kind text not null, -- 'all': a whole channel
  channel text not null constraint preferences_are_for_a_channel check (channel in ('inbox', 'mail', 'push')),
  is_on boolean not null,
  changed_at timestamptz(3) not null,
  primary key (membership_id, kind, channel),
  constraint the_inbox_is_never_off check (not (kind = 'all' and channel = 'inbox'))
);

-- A browser that may be told, for the one person whose session made it.
create table push_subscriptions (
  endpoint text primary key constraint subscriptions_are_addresses check (length(endpoint) between 12 and 1000),
  session_hash text not null references sessions on delete cascade,
  p256dh text not null,
  auth text not null,
  made_at timestamptz(3) not null
);
create index subscriptions_of_a_session on push_subscriptions (session_hash);

-- A session that is over takes its browser with it, whoever ended it and however.
create function forget_push_subscriptions() returns trigger language plpgsql as $$
begin
  delete from push_subscriptions where session_hash = new.token_hash;
  return null;
end $$;
create trigger forget_push_subscriptions after update of revoked_at on sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function forget_push_subscriptions();

-- What signs pushes, made once where the environment gives none; the private half sealed.
create table push_keys (
  id integer primary key constraint there_is_one_push_key check (id = 1),
  public_key text not null,
  private_sealed text not null constraint push_keys_are_sealed check (private_sealed like 's1.%')
);

-- What nobody answered in time and who was told then. One row per step, so each happens once.
create table escalations (
  kind text not null,
  about_id text not null,
  since timestamptz(3) not null, -- when it began to wait
  step integer not null constraint escalations_have_two_steps check (step in (1, 2)),
  at timestamptz(3) not null,
  to_operator boolean not null,
  primary key (kind, about_id, since, step)
);
