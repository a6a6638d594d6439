-- A stop also covers a person, a judicial district or the days of pick-up. A veto is a stop of counsel on a file or a person.
alter table request add column district_key bytea; -- keyed hash of the state in the address; null in rows that were read before this migration
grant insert (district_key) on request to countersign_app;

alter table stop drop constraint stop_scope_check;
alter table stop add column kind text not null default 'STOP',
  add constraint stop_scope_check check (scope in ('ALL', 'AGREEMENT', 'AGENCY', 'FILE', 'OFFICER', 'SUBJECT', 'DISTRICT', 'PICKED_UP')),
  add constraint stop_kind_check check (kind = 'STOP' or kind = 'VETO' and scope in ('FILE', 'SUBJECT')),
  add constraint stop_value_check check (scope <> 'PICKED_UP' or value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}$');
grant insert (kind) on stop to countersign_app;
create trigger stop_keeps_its_kind before update on stop for each row when (old.kind is distinct from new.kind) execute function refuse_rewrite();

-- The keyed hashes by which the requests of a person or a district are found. The number of a person is stored nowhere.
create table stop_key (
  stop bigint not null references stop (number),
  key  bytea  not null,
  primary key (stop, key)
);
create trigger stop_key_is_permanent before update or delete on stop_key for each row execute function refuse_change();
create trigger stop_key_is_not_truncated before truncate on stop_key for each statement execute function refuse_change();
grant select, insert (stop, key) on stop_key to countersign_app;

-- Whether a stop covers one request. A scope that this function does not know covers everything; a request whose district nobody recorded is
-- in every district.
create function stop_covers(scope text, value text, keys bytea[], agreement text, agency text, file text, received_at timestamptz, officers text[],
    subject bytea, subject_last_year bytea, district bytea) returns boolean language sql stable parallel safe as $$
  select case scope
    when 'AGREEMENT' then value = coalesce(agreement, '')
    when 'AGENCY' then value = agency
    when 'FILE' then value = file
    when 'OFFICER' then value = any (officers)
    when 'PICKED_UP' then (received_at at time zone 'UTC')::date between split_part(value, '/', 1)::date and split_part(value, '/', 2)::date
    when 'SUBJECT' then coalesce(subject = any (keys), false) or coalesce(subject_last_year = any (keys), false)
    when 'DISTRICT' then district is null or district = any (keys)
    else true end
$$;

-- The scopes that V44 does not know. Each lookup is a subquery by a key, for the reason given there.
create function disclosure_is_outside_every_scope() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare wrong text;
begin
  if not exists (select from stop where scope in ('SUBJECT', 'DISTRICT', 'PICKED_UP') and not exists (select from stop_lift l where l.stop = stop.number)) then
    return null;
  end if;
  select i.request into wrong from released i
    where i.outcome = 'DISCLOSED' and (select true from request_status s
        join request r on r.file_id = s.file_id and r.number = s.number
        join file f on f.id = s.file_id
        join stop on stop.scope in ('SUBJECT', 'DISTRICT', 'PICKED_UP') and stop_covers(stop.scope, stop.value,
          array(select k.key from stop_key k where k.stop = stop.number), f.agreement, f.agency, f.id, f.received_at, r.officers,
          r.subject_key, r.subject_key_last_year, r.district_key)
      where s.id = i.request and not exists (select from stop_lift l where l.stop = stop.number) limit 1) limit 1;
  if found then
    raise exception 'a stop covers request %', wrong using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger disclosure_is_outside_every_scope after insert on response_item referencing new table as released
  for each statement execute function disclosure_is_outside_every_scope();
revoke execute on function disclosure_is_outside_every_scope() from public;
