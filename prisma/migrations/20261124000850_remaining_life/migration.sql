-- What an order line asks of the goods' remaining life: copied from the chain's rule when it was ordered.
alter table purchase_order_lines
  add column least_days_left integer not null default 0
    constraint lines_ask_for_a_life_that_can_be_kept check (least_days_left between 0 and 36500);

-- Pieces come from a batch and leave from one. Only what is held for an order is not yet of a batch: until it leaves, any
-- batch that keeps long enough will do.
alter table stock_movements add constraint movements_name_their_lot check (on_hand = 0 or lot_id is not null);
create index movements_of_a_lot on stock_movements (lot_id) where lot_id is not null;
