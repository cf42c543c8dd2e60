-- Photos that nothing shows go after a while, a producer shows only what is its own, and photos of a producer have words.

alter table photos add column sent_at timestamptz(3) not null default current_timestamp; -- the last time somebody sent it
update photos set sent_at = created_at;
create index photos_by_age on photos (sent_at, id);

-- Which producers sent a photo themselves. The same bytes are one photo of the cooperative, whoever sends them.
create table photo_senders (
  photo_id text not null,
  producer_id text not null,
  cooperative_id text not null,
  primary key (photo_id, producer_id),
  foreign key (photo_id, cooperative_id) references photos (id, organisation_id) on delete cascade,
  foreign key (producer_id, cooperative_id) references producers (id, cooperative_id)
);
create index photos_a_producer_sent on photo_senders (producer_id);
insert into photo_senders (photo_id, producer_id, cooperative_id)
select distinct u.photo_id, m.producer_id, u.organisation_id
from photo_uploads u join memberships m on m.id = u.membership_id
where u.photo_id is not null and m.producer_id is not null;

-- What points at a photo is asked whenever one goes.
create index products_of_a_main_photo on products (photo_id);
create index proposals_of_a_main_photo on product_proposals (photo_id);
create index variants_of_a_front_photo on variants (front_photo_id);
create index uploads_of_a_photo on photo_uploads (photo_id);
create index producers_that_show_a_photo on producer_photos (photo_id);
alter table producer_photos
  add column alt text not null default '' constraint producer_photos_are_told_shortly check (length(alt) <= 140);
