-- What modern retail asks of a kind of goods, and what a chain asks beyond that.

create type halal_scope as enum ('food', 'plain_exempt', 'exempt', 'cosmetics', 'textile', 'none');

alter table categories
  add column licences certificate_kind[], -- one of these suffices; empty: none is needed; null: as the category above
  add column halal_scope halal_scope; -- null: as the category above; when it binds is a dated setting
-- Where neither a category nor the one above says so, it is not known, and nothing of it counts as ready.

update categories set licences = known.licences::certificate_kind[], halal_scope = known.scope::halal_scope
from (values
  ('makanan-ringan', '{pirt,bpom_md}', 'food'),
  ('minuman', '{pirt,bpom_md}', 'food'),
  ('sari-buah', '{bpom_md}', 'food'), -- of drinks, P-IRT is for powders only
  ('kopi-teh', '{pirt,bpom_md}', 'plain_exempt'),
  ('segar', '{psat}', 'exempt'),
  ('susu-olahan', '{bpom_md}', 'food'), -- P-IRT is not for dairy
  ('susu', '{bpom_md}', 'plain_exempt'),
  ('dapur', '{pirt,bpom_md}', 'food'),
  ('selai-madu', '{pirt,bpom_md}', 'plain_exempt'),
  ('tempe', '{pirt,bpom_md}', 'exempt'),
  ('makanan-beku', '{bpom_md}', 'food'), -- P-IRT is not for what is kept frozen
  ('kerajinan-rumah', '{}', 'none'),
  ('batik', '{}', 'textile'),
  ('perawatan-tubuh', '{bpom_na}', 'cosmetics')
) as known (slug, licences, scope)
where categories.slug = known.slug;

alter table retail_chains
  add column requires text[] not null default '{}' constraint chains_require_what_can_be_checked check (
    requires <@ array['licence', 'halal', 'barcode', 'carton', 'certificate:halal', 'certificate:pirt',
      'certificate:bpom_md', 'certificate:nkv', 'certificate:psat', 'certificate:organik']
    and array_position(requires, null) is null
  ),
  add column least_remaining_life_percent integer not null default 0 -- of its shelf life, on the day it is delivered
    constraint chains_leave_time_to_deliver check (least_remaining_life_percent between 0 and 95);
