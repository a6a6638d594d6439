-- Counsel's no stands against a change of state by any door. Counsel's denial of a request ends only with a second counsel's LIFT; under a veto
-- on its file or its person a request is not approved, and the file is not taken.
create function vetoed_requests_are_not_approved() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  select n.id into wrong from moved n join standing o on o.id = n.id
    where o.state = 'DECLINED' and n.state = 'DRAFTED' and not exists (select from approval l
      where l.id = n.id and l.step = 'LIFT'
        and l.number > (select max(d.number) from approval d where d.id = n.id and d.step = 'DECLINE')
        and lower(l.account) <> (select lower(d.account) from approval d where d.id = n.id and d.step = 'DECLINE' order by d.number desc limit 1)) limit 1;
  if found then
    raise exception 'the denial of request % is not lifted', wrong using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from stop where kind = 'VETO' and not exists (select from stop_lift l where l.stop = stop.number)) then
    return null;
  end if;
  select n.id into wrong from moved n join standing o on o.id = n.id
      join request r on r.file_id = n.file_id and r.number = n.number
      join stop on stop.kind = 'VETO' and stop_covers(stop.scope, stop.value, array(select k.key from stop_key k where k.stop = stop.number),
        null, null, n.file_id, null, null, r.subject_key, r.subject_key_last_year, null)
    where o.state <> n.state and not exists (select from stop_lift l where l.stop = stop.number)
      and (n.state in ('ENDORSED', 'COUNTERSIGNED') or o.state = 'DECLINED' and n.state = 'DRAFTED'
        or stop.scope = 'FILE' and o.state = 'HELD' and n.state = 'TAKEN') limit 1;
  if found then
    raise exception 'a veto of counsel covers request %', wrong using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger request_status_heeds_a_veto after update on request_status referencing old table as standing new table as moved
  for each statement execute function vetoed_requests_are_not_approved();

create function vetoed_file_is_not_taken() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from stop where kind = 'VETO' and scope = 'FILE' and value = new.id
      and not exists (select from stop_lift l where l.stop = stop.number)) then
    raise exception 'a veto of counsel covers file %', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger file_heeds_a_veto before update on file for each row
  when (old.state in ('HELD', 'QUARANTINED') and new.state = 'IN_PROGRESS') execute function vetoed_file_is_not_taken();
revoke execute on function vetoed_requests_are_not_approved(), vetoed_file_is_not_taken() from public;
