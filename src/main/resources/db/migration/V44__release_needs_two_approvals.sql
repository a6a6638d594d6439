-- A disclosure needs two approvals of different accounts over the digest that leaves, the officers of its request, and no stop in its scope.
-- Approvals have no index for this: the unique one is partial.
create index approval_of_request on approval (id, step);

create function response_answers_its_group() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from request_group g join file f on f.id = g.file_id
      where g.id = new.group_id and g.file_id = new.file_id and g.officers = new.officers and f.partner = new.partner) then
    raise exception 'response % has another file, partner or officer than its group', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger response_answers_its_group before insert on response for each row execute function response_answers_its_group();

-- Each lookup is a subquery by a key, which the planner neither turns into a join nor answers by reading the whole table: its numbers about
-- these tables are those of the files before, and a session keeps its plans.
create function disclosure_is_approved_and_not_stopped() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare wrong text;
begin
  select i.request into wrong from released i
    where (select s.group_id from request_status s where s.id = i.request)
      is distinct from (select p.group_id from response p where p.id = i.response_id) limit 1;
  if found then
    raise exception 'request % is in another group than its response', wrong using errcode = 'insufficient_privilege';
  end if;
  select i.request into wrong from released i
    where i.outcome = 'DISCLOSED' and (select r.officers @> p.officers and r.officers <@ p.officers
      from response p, request_status s, request r
      where p.id = i.response_id and s.id = i.request and r.file_id = s.file_id and r.number = s.number) is not true limit 1;
  if found then
    raise exception 'request % names other officers than its response', wrong using errcode = 'insufficient_privilege';
  end if;
  select i.request into wrong from released i
    where i.outcome = 'DISCLOSED' and (select true from draft d
        join approval e on e.id = d.id and e.step = 'ENDORSE' and e.draft_sha256 = d.sha256
        join approval c on c.id = d.id and c.step = 'COUNTERSIGN' and c.draft_sha256 = d.sha256
      where d.id = i.request and d.sha256 = i.item_sha256 and lower(e.account) <> lower(c.account) limit 1) is not true limit 1;
  if found then
    raise exception 'request % has not two approvals of different accounts over its digest', wrong using errcode = 'insufficient_privilege';
  end if;
  select r.response_id into wrong from (select distinct response_id from released where outcome = 'DISCLOSED') r
    where (select true from response p join file f on f.id = p.file_id
        join stop on stop.scope = 'ALL'
          or stop.scope = 'AGREEMENT' and stop.value = f.agreement
          or stop.scope = 'AGENCY' and stop.value = f.agency
          or stop.scope = 'FILE' and stop.value = f.id
          or stop.scope = 'OFFICER' and stop.value = any (p.officers)
      where p.id = r.response_id and not exists (select from stop_lift l where l.stop = stop.number) limit 1) limit 1;
  if found then
    raise exception 'a stop covers response %', wrong using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger disclosure_is_approved_and_not_stopped after insert on response_item referencing new table as released
  for each statement execute function disclosure_is_approved_and_not_stopped();
revoke execute on function response_answers_its_group(), disclosure_is_approved_and_not_stopped() from public;
