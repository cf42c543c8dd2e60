-- Archived is final: a change that was proposed before is approved no more, whoever archives at the same moment.
create function refuse_changes_of_archived() returns trigger language plpgsql as $$
declare
  found_status product_status;
begin
  select status into found_status from products where id = new.product_id for share;
  if found_status = 'archived' then
    raise exception 'an archived product is not changed' using errcode = 'check_violation', constraint = 'archived_products_are_not_changed';
  end if;
  return new;
end $$;
create trigger archived_products_are_not_changed before update of status on product_proposals
  for each row when (new.status = 'approved' and old.status <> 'approved') execute function refuse_changes_of_archived();
