-- A foreign key compares row by row, twice for each of 100,000 requests that one statement writes. These compare once a statement. The rows that
-- they look for are never deleted and never change their keys (V43), so the check at the insert is enough.
-- Each query is planned for the number of rows in the statement: a loop for one, a join for 100,000.
create function refuse_orphan(of_table text, row_id text) returns void language plpgsql as $$
begin
  raise exception 'row % of % has no parent', row_id, of_table using errcode = 'insufficient_privilege';
end $$;

create function statuses_have_a_request_and_a_group() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  execute 'select e.id from entered e where not exists (select from request r where r.file_id = e.file_id and r.number = e.number)
    union all
    select e.id from (select group_id, min(id) as id from entered where group_id is not null group by group_id) e
      where not exists (select from request_group g where g.id = e.group_id) limit 1' into wrong;
  if wrong is not null then
    perform refuse_orphan(tg_table_name, wrong);
  end if;
  return null;
end $$;

-- A request gets its group when it is taken, perhaps long after it was read.
create function moved_statuses_have_a_group() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  execute 'select e.id from (select group_id, min(id) as id from moved where group_id is not null group by group_id) e
      where not exists (select from request_group g where g.id = e.group_id) limit 1' into wrong;
  if wrong is not null then
    perform refuse_orphan(tg_table_name, wrong);
  end if;
  return null;
end $$;

create function results_have_a_request() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  execute 'select e.id from entered e where not exists (select from request_status s where s.id = e.id) limit 1' into wrong;
  if wrong is not null then
    perform refuse_orphan(tg_table_name, wrong);
  end if;
  return null;
end $$;
revoke execute on function refuse_orphan(text, text), statuses_have_a_request_and_a_group(), moved_statuses_have_a_group(), results_have_a_request() from public;

alter table request_status drop constraint request_status_file_id_number_fkey, drop constraint request_status_group_id_fkey;
alter table draft drop constraint draft_id_fkey;
alter table no_match drop constraint no_match_id_fkey;
create trigger request_status_has_its_parents after insert on request_status referencing new table as entered
  for each statement execute function statuses_have_a_request_and_a_group();
create trigger request_status_keeps_a_group after update on request_status referencing new table as moved
  for each statement execute function moved_statuses_have_a_group();
create trigger draft_has_a_request after insert on draft referencing new table as entered for each statement execute function results_have_a_request();
create trigger no_match_has_a_request after insert on no_match referencing new table as entered for each statement execute function results_have_a_request();

-- Only a slice that is not looked up yet is searched by its requests.
create index request_status_to_look_up on request_status (file_id, slice) where state = 'TAKEN';
drop index request_status_slice;
