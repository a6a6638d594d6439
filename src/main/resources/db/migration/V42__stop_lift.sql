-- A stop is ended by a row, never deleted and never changed.
create table stop_lift (
  stop      bigint      primary key references stop (number),
  lifted_by text        not null,
  lifted_at timestamptz not null,
  reason    text        not null
);
insert into stop_lift (stop, lifted_by, lifted_at, reason)
  select number, lifted_by, lifted_at, coalesce(lift_reason, '') from stop where lifted_at is not null;
alter table stop drop column lifted_by, drop column lifted_at, drop column lift_reason;

create function lifts_a_stop_of_another_person() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from stop where number = new.stop and lower(set_by) = lower(new.lifted_by)) then
    raise exception 'the person who set a stop does not lift it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function lifts_a_stop_of_another_person() from public;
create trigger stop_lift_is_by_another_person before insert on stop_lift for each row execute function lifts_a_stop_of_another_person();
