-- Several photos of a product, squares cut out of a photo, and photos that arrive in pieces.

-- A cut is a photo of its own, with files under its own name; it says of which photo it is a square, and of which part.
alter table photos
  add column cut_from text,
  add column cut_left integer,
  add column cut_top integer,
  add column cut_size integer,
  add foreign key (cut_from, organisation_id) references photos (id, organisation_id),
  add constraint cuts_say_what_they_are check (num_nulls(cut_from, cut_left, cut_top, cut_size) in (0, 4)),
  add constraint cuts_are_squares check (cut_left >= 0 and cut_top >= 0 and width = cut_size and height = cut_size);
create index cuts_of_a_photo on photos (cut_from);

create table product_photos (
  product_id text not null,
  cooperative_id text not null,
  photo_id text not null,
  position integer not null constraint product_photos_have_a_place check (position between 1 and 8),
  alt text not null default '' constraint product_photos_are_told_shortly check (length(alt) <= 140), -- empty: the name
  primary key (product_id, photo_id),
  foreign key (product_id, cooperative_id) references products (id, cooperative_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id)
);
create unique index one_product_photo_at_a_place on product_photos (product_id, position);
create index products_that_show_a_photo on product_photos (photo_id);

create table proposal_photos (
  proposal_id text not null references product_proposals,
  cooperative_id text not null,
  photo_id text not null,
  position integer not null constraint proposal_photos_have_a_place check (position between 1 and 8),
  alt text not null default '' constraint proposal_photos_are_told_shortly check (length(alt) <= 140),
  primary key (proposal_id, photo_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id)
);
create unique index one_proposal_photo_at_a_place on proposal_photos (proposal_id, position);
create index proposals_that_show_a_photo on proposal_photos (photo_id);

insert into product_photos (product_id, cooperative_id, photo_id, position)
select id, cooperative_id, photo_id, 1 from products;
insert into proposal_photos (proposal_id, cooperative_id, photo_id, position)
select id, cooperative_id, photo_id, 1 from product_proposals where photo_id is not null;

-- The main photo is the first of its photos. Whoever writes only the main one is right too: it takes the first place.
create function begin_product_photos() returns trigger language plpgsql as $$
begin
  insert into product_photos (product_id, cooperative_id, photo_id, position)
  select id, cooperative_id, photo_id, 1 from fresh;
  return null;
end $$;
create trigger begin_product_photos after insert on products
  referencing new table as fresh for each statement execute function begin_product_photos();

create function begin_proposal_photos() returns trigger language plpgsql as $$
begin
  insert into proposal_photos (proposal_id, cooperative_id, photo_id, position)
  select id, cooperative_id, photo_id, 1 from fresh where photo_id is not null;
  return null;
end $$;
create trigger begin_proposal_photos after insert on product_proposals
  referencing new table as fresh for each statement execute function begin_proposal_photos();

create function move_main_product_photo() returns trigger language plpgsql as $$
begin
  if exists (select from product_photos where product_id = new.id and photo_id = new.photo_id and position = 1) then
    return null;
  end if;
  delete from product_photos where product_id = new.id and (photo_id = new.photo_id or position = 1);
  insert into product_photos (product_id, cooperative_id, photo_id, position)
  values (new.id, new.cooperative_id, new.photo_id, 1);
  return null;
end $$;
create trigger move_main_product_photo after update of photo_id on products
  for each row when (old.photo_id is distinct from new.photo_id) execute function move_main_product_photo();

create function move_main_proposal_photo() returns trigger language plpgsql as $$
begin
  if exists (select from proposal_photos where proposal_id = new.id and photo_id = new.photo_id and position = 1) then
    return null;
  end if;
  delete from proposal_photos
  where proposal_id = new.id and (new.photo_id is null or photo_id = new.photo_id or position = 1);
  if new.photo_id is not null then
    insert into proposal_photos (proposal_id, cooperative_id, photo_id, position)
    values (new.id, new.cooperative_id, new.photo_id, 1);
  end if;
  return null;
end $$;
create trigger move_main_proposal_photo after update of photo_id on product_proposals
  for each row when (old.photo_id is distinct from new.photo_id) execute function move_main_proposal_photo();

-- Looked at when the transaction ends, so that within one photos may change places.
create function check_main_product_photo() returns trigger language plpgsql as $$
declare
  changed text := coalesce(new.product_id, old.product_id);
begin
  if exists (
    select from products p where p.id = changed and p.photo_id is distinct from
      (select photo_id from product_photos where product_id = changed order by position limit 1)
  ) then
    raise check_violation using constraint = 'the_main_photo_is_the_first', message = 'the main photo is not the first of ' || changed;
  end if;
  return null;
end $$;
create constraint trigger the_main_photo_is_the_first after insert or update or delete on product_photos
  deferrable initially deferred for each row execute function check_main_product_photo();

create function check_main_proposal_photo() returns trigger language plpgsql as $$
declare
  changed text := coalesce(new.proposal_id, old.proposal_id);
begin
  if exists (
    select from product_proposals p where p.id = changed and p.photo_id is distinct from
      (select photo_id from proposal_photos where proposal_id = changed order by position limit 1)
  ) then
    raise check_violation using constraint = 'the_main_photo_is_the_first', message = 'the main photo is not the first of ' || changed;
  end if;
  return null;
end $$;
create constraint trigger the_main_photo_is_the_first after insert or update or delete on proposal_photos
  deferrable initially deferred for each row execute function check_main_proposal_photo();

-- A photo on its way over a bad line. Its pieces lie in the store under private/uploads/ until it is whole.
create table photo_uploads (
  id text primary key,
  organisation_id text not null references organisations,
  membership_id text not null references memberships on delete cascade,
  size integer not null constraint uploads_are_as_large_as_a_photo check (size between 1 and 12582912),
  digest text not null constraint uploads_have_a_digest check (digest ~ '^[0-9a-f]{64}$'), -- of the whole, SHA-256
  received integer not null default 0,
  pieces text[] not null default '{}', -- keys in the store, in order
  photo_id text, -- what it became
  created_at timestamptz(3) not null default current_timestamp,
  constraint uploads_receive_no_more_than_was_said check (received between 0 and size),
  foreign key (photo_id, organisation_id) references photos (id, organisation_id) on delete cascade
);
create index uploads_of_a_membership on photo_uploads (membership_id, created_at);
create index uploads_by_age on photo_uploads (created_at);
