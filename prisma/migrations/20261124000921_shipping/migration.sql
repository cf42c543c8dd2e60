alter table stock_movements
  drop constraint movements_fit_their_kind,
  add constraint movements_fit_their_kind check (
    case kind
      when 'received' then on_hand > 0 and reserved = 0 and lot_id is not null
      when 'counted' then on_hand <> 0 and reserved = 0
      when 'damaged' then on_hand < 0 and reserved = 0
      when 'expired' then on_hand < 0 and reserved = 0
      when 'reserved' then on_hand = 0 and reserved > 0 and order_line_id is not null
      when 'released' then on_hand = 0 and reserved < 0 and order_line_id is not null
      -- What leaves was reserved, and is so no longer.
      when 'shipped' then on_hand < 0 and reserved = on_hand and order_line_id is not null
      when 'returned' then on_hand > 0 and reserved = 0 and order_line_id is not null
    end
  );

-- What leaves has not expired, is in its lot and is held for its line, which is accepted; what comes back had left.
create function keep_shipments() returns trigger language plpgsql as $$
begin
  perform from stock_levels where variant_id = new.variant_id for update;
  if not exists (
    select from purchase_order_lines where id = new.order_line_id and variant_id = new.variant_id and status = 'accepted'
  ) then
    raise exception 'a line that is not accepted is not shipped' using errcode = 'check_violation', constraint = 'accepted_lines_are_shipped';
  end if;
  if (select sum(on_hand) from stock_movements
      where order_line_id = new.order_line_id and lot_id = new.lot_id and kind in ('shipped', 'returned')) > 0 then
    raise exception 'more came back than had left' using errcode = 'check_violation', constraint = 'what_comes_back_had_left';
  end if;
  if new.kind = 'returned' then return null; end if;
  if (select best_before from lots where id = new.lot_id) < (new.at at time zone 'Asia/Jakarta')::date then
    raise exception 'an expired lot is not shipped' using errcode = 'check_violation', constraint = 'expired_lots_are_not_shipped';
  end if;
  if (select sum(on_hand) from stock_movements where lot_id = new.lot_id) < 0 then
    raise exception 'a lot gives no more than it has' using errcode = 'check_violation', constraint = 'lots_give_what_they_have';
  end if;
  if (select sum(reserved) from stock_movements where order_line_id = new.order_line_id) < 0 then
    raise exception 'no more leaves than was reserved' using errcode = 'check_violation', constraint = 'what_leaves_was_reserved';
  end if;
  return null;
end $$;
create trigger keep_shipments after insert on stock_movements
  for each row when (new.kind in ('shipped', 'returned')) execute function keep_shipments();
