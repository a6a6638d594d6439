-- The state machines as rows. A trigger compares each change of a state with them, so that the database refuses every other move,
-- whoever runs the statement. Only a migration changes these rows.
create table transition (
  entity     text not null,                        -- the table
  from_state text not null,                        -- '-': the row is new
  to_state   text not null,
  primary key (entity, from_state, to_state)
);
insert into transition (entity, from_state, to_state) values
  ('file', '-', 'RECEIVED'),
  ('file', 'RECEIVED', 'HELD'), ('file', 'RECEIVED', 'QUARANTINED'), ('file', 'RECEIVED', 'REFUSED'), ('file', 'RECEIVED', 'IN_PROGRESS'),
  ('file', 'QUARANTINED', 'HELD'), ('file', 'QUARANTINED', 'REFUSED'), ('file', 'QUARANTINED', 'IN_PROGRESS'),
  ('file', 'HELD', 'QUARANTINED'), ('file', 'HELD', 'REFUSED'), ('file', 'HELD', 'IN_PROGRESS'),
  ('file', 'IN_PROGRESS', 'ANSWERED'),
  ('request_status', '-', 'REFUSED'), ('request_status', '-', 'HELD'), ('request_status', '-', 'TAKEN'),
  ('request_status', 'HELD', 'TAKEN'), ('request_status', 'HELD', 'REFUSED'),
  ('request_status', 'TAKEN', 'DRAFTED'), ('request_status', 'TAKEN', 'UNMATCHED'), ('request_status', 'TAKEN', 'EXPIRED'),
  ('request_status', 'DRAFTED', 'ENDORSED'), ('request_status', 'DRAFTED', 'DECLINED'), ('request_status', 'DRAFTED', 'EXPIRED'),
  ('request_status', 'ENDORSED', 'COUNTERSIGNED'), ('request_status', 'ENDORSED', 'DRAFTED'), ('request_status', 'ENDORSED', 'DECLINED'),
  ('request_status', 'ENDORSED', 'EXPIRED'),
  ('request_status', 'COUNTERSIGNED', 'RELEASED'), ('request_status', 'COUNTERSIGNED', 'DRAFTED'), ('request_status', 'COUNTERSIGNED', 'DECLINED'),
  ('request_status', 'COUNTERSIGNED', 'EXPIRED'),
  ('request_status', 'UNMATCHED', 'RELEASED'),
  ('request_status', 'DECLINED', 'RELEASED'), ('request_status', 'DECLINED', 'DRAFTED'),
  ('request_status', 'EXPIRED', 'RELEASED'),
  ('request_status', 'RELEASED', 'DELIVERED'),
  ('slice', '-', 'TAKEN'),
  ('slice', 'TAKEN', 'DRAFTED'),
  ('response', '-', 'RELEASED'),
  ('response', 'RELEASED', 'SEALED'), ('response', 'SEALED', 'UPLOADING'), ('response', 'UPLOADING', 'DELIVERED'),
  ('acknowledgement', '-', 'RELEASED'),
  ('acknowledgement', 'RELEASED', 'SEALED'), ('acknowledgement', 'SEALED', 'UPLOADING'), ('acknowledgement', 'UPLOADING', 'DELIVERED'),
  ('acknowledgement', 'DELIVERED', 'SEALED');

-- Every function below runs with the owner's rights and looks for tables in "public" first: the application cannot read "transition",
-- and a temporary table of that name must not take its place.
create function refuse_move(entity text, from_state text, to_state text) returns void language plpgsql as $$
begin
  raise exception 'a row of % does not move from % to %', entity, from_state, to_state using errcode = 'insufficient_privilege';
end $$;

create function new_rows_have_a_first_state() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  select e.state into wrong from (select distinct state from entered) e
    where not exists (select from transition t where t.entity = tg_table_name and t.from_state = '-' and t.to_state = e.state) limit 1;
  if found then
    perform refuse_move(tg_table_name, 'nothing', wrong);
  end if;
  return null;
end $$;

-- For tables of which one statement moves many rows: one comparison a statement. An id that changed has no old row, which is refused too.
-- A session keeps the plan of its first statements, which move one row; a nested loop would then compare each of 100,000 rows with each.
create function rows_move_along_the_machine() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set enable_nestloop = off as $$
declare wrong record;
begin
  select m.from_state, m.to_state into wrong
    from (select distinct coalesce(o.state, 'another id') as from_state, n.state as to_state
      from moved n left join standing o on o.id = n.id where o.state is distinct from n.state) m
    where not exists (select from transition t where t.entity = tg_table_name and t.from_state = m.from_state and t.to_state = m.to_state) limit 1;
  if found then
    perform refuse_move(tg_table_name, wrong.from_state, wrong.to_state);
  end if;
  return null;
end $$;

-- For tables whose rows move one by one and hold large values: a statement's old and new rows would be copied to be compared.
create function row_moves_along_the_machine() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from transition t where t.entity = tg_table_name and t.from_state = old.state and t.to_state = new.state) then
    perform refuse_move(tg_table_name, old.state, new.state);
  end if;
  return new;
end $$;

revoke execute on function new_rows_have_a_first_state(), rows_move_along_the_machine(), row_moves_along_the_machine() from public;

do $$
declare t text;
begin
  foreach t in array array['file', 'request_status', 'slice', 'response', 'acknowledgement'] loop
    execute format('create trigger %I after insert on %I referencing new table as entered for each statement execute function new_rows_have_a_first_state()',
      t || '_has_a_first_state', t);
  end loop;
  foreach t in array array['request_status', 'slice'] loop
    execute format('create trigger %I after update on %I referencing old table as standing new table as moved for each statement execute function rows_move_along_the_machine()',
      t || '_moves_along_the_machine', t);
  end loop;
  foreach t in array array['file', 'response', 'acknowledgement'] loop
    execute format('create trigger %I before update on %I for each row when (old.state is distinct from new.state) execute function row_moves_along_the_machine()',
      t || '_moves_along_the_machine', t);
  end loop;
end $$;
