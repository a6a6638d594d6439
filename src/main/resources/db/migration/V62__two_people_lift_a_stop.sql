-- One person proposes to lift a stop, another lifts it, and one of the two is counsel. A veto is lifted by the counsel who set it and a second
-- counsel. A proposal ends by itself and is never changed.
create table stop_lift_proposal (
  number      bigint      generated always as identity primary key,
  stop        bigint      not null references stop (number),
  proposed_by text        not null,
  counsel     boolean     not null,               -- whether that person acts as counsel
  proposed_at timestamptz not null,
  expires_at  timestamptz not null,
  reason      text        not null,
  check (expires_at > proposed_at and expires_at <= proposed_at + interval '3 days')
);
create index stop_lift_proposal_stop on stop_lift_proposal (stop);
create trigger stop_lift_proposal_is_permanent before update or delete on stop_lift_proposal for each row execute function refuse_change();
create trigger stop_lift_proposal_is_not_truncated before truncate on stop_lift_proposal for each statement execute function refuse_change();
grant select, insert (stop, proposed_by, counsel, proposed_at, expires_at, reason) on stop_lift_proposal to countersign_app;

-- Null in rows from before this migration.
alter table stop_lift add column proposal bigint references stop_lift_proposal (number), add column counsel boolean;
grant insert (proposal, counsel) on stop_lift to countersign_app;

create function two_people_lift_a_stop() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from stop_lift_proposal p join stop s on s.number = p.stop
      where p.number = new.proposal and p.stop = new.stop and lower(p.proposed_by) <> lower(new.lifted_by)
        and new.lifted_at >= p.proposed_at and new.lifted_at < p.expires_at
        and (p.counsel or new.counsel)
        and (s.kind = 'STOP' or p.counsel and new.counsel and lower(p.proposed_by) = lower(s.set_by))) then
    raise exception 'two people lift a stop, and one of them is counsel; two counsel lift a veto' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stop_lift_is_by_two_people before insert on stop_lift for each row execute function two_people_lift_a_stop();
revoke execute on function two_people_lift_a_stop() from public;
