-- Which price step a line was ordered at, beside its price: from how many cartons of the whole order. Null: the list price.
alter table purchase_order_lines add column step_cartons integer;
-- Steps fall, so at any moment a price names its step; the history of prices forgets none.
update purchase_order_lines l set step_cartons = (
  select h.from_cartons from variant_prices h
  where h.variant_id = l.variant_id and h.kind = 'break' and h.price = l.unit_price
  order by h.from_at <= o.placed_at desc, h.id desc limit 1
)
from purchase_orders p join shelf_orders o on o.id = p.shelf_order_id
where p.id = l.purchase_order_id and l.unit_price < l.list_price;
alter table purchase_order_lines
  add constraint lines_below_the_list_name_their_step check ((step_cartons is null) = (unit_price = list_price)),
  add constraint steps_of_lines_begin_above_one_carton check (step_cartons between 2 and 9999);
