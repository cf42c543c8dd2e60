-- From how few free pieces on a pack runs low; at nothing left it always does.
alter table variants
  add column low_stock_pieces integer not null default 0
    constraint variants_run_low_above_nothing check (low_stock_pieces between 0 and 1000000);
