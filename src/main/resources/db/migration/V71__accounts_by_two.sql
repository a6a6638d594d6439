-- Accounts are changed by two administrators: one proposes a change and another confirms it. Both tables only grow.
alter table account add check (not (roles && array['FIRST_REVIEWER', 'COUNTERSIGNER'] and 'ADMINISTRATOR' = any (roles)));
alter table account add column version bigint not null default 1;   -- grows with roles, password and state; a session of an older one has ended
alter table account add column disabled_at timestamptz;             -- null: may sign in

create table account_proposal (
  id          bigint      generated always as identity primary key,
  kind        text        not null check (kind in ('CREATE', 'ROLES', 'RESET', 'DISABLE', 'ENABLE')),
  account     text        not null check (account ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  roles       text[]      not null,                                 -- of CREATE and ROLES
  reason      text        not null,
  proposed_by text        not null references account (account),
  proposed_at timestamptz not null,
  expires_at  timestamptz not null,
  check ((kind in ('CREATE', 'ROLES')) = (cardinality(roles) > 0)),
  check (proposed_by <> account),
  check (expires_at > proposed_at and expires_at <= proposed_at + interval '24 hours')
);
create table account_decision (
  proposal   bigint      primary key references account_proposal (id),
  decision   text        not null check (decision in ('CONFIRMED', 'REJECTED')),
  decided_by text        not null references account (account),
  decided_at timestamptz not null
);
alter table account add column proposal bigint unique references account_decision (proposal);  -- the change that made the row what it is

create trigger account_proposal_is_permanent before update or delete on account_proposal for each row execute function refuse_change();
create trigger account_proposal_is_not_truncated before truncate on account_proposal for each statement execute function refuse_change();
create trigger account_decision_is_permanent before update or delete on account_decision for each row execute function refuse_change();
create trigger account_decision_is_not_truncated before truncate on account_decision for each statement execute function refuse_change();

create function is_administrator(name text) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from account where account = name and 'ADMINISTRATOR' = any (roles) and disabled_at is null)
$$;

create function a_second_administrator_confirms() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare proposed account_proposal;
begin
  select * into strict proposed from account_proposal where id = new.proposal;
  if not is_administrator(new.decided_by) then
    raise exception '% is not an administrator', new.decided_by using errcode = 'insufficient_privilege';
  end if;
  if new.decision = 'CONFIRMED' and (new.decided_by in (proposed.proposed_by, proposed.account) or not is_administrator(proposed.proposed_by)) then
    raise exception 'change % needs two administrators, of whom neither is the account', new.proposal using errcode = 'insufficient_privilege';
  end if;
  if new.decision = 'CONFIRMED' and (new.decided_at >= proposed.expires_at or new.decided_at < proposed.proposed_at) then
    raise exception 'change % has expired', new.proposal using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_decision_is_by_a_second before insert on account_decision for each row execute function a_second_administrator_confirms();

-- The owner of the tables creates the first administrators; every other role needs a confirmed change, and each change is used once.
create function account_changes_by_two() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare p account_proposal;
begin
  if pg_has_role(session_user, (select relowner from pg_class where oid = 'account'::regclass), 'member') then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.proposal is not distinct from old.proposal then
    if (new.roles, new.password_set_at, new.version, new.account, new.created_at) is distinct from
        (old.roles, old.password_set_at, old.version, old.account, old.created_at)
        or new.disabled_at is distinct from old.disabled_at or (new.password <> old.password and old.password not like '{bcrypt}%') then
      raise exception 'account % is changed by two administrators', new.account using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  select a.* into p from account_proposal a join account_decision d on d.proposal = a.id
    where a.id = new.proposal and d.decision = 'CONFIRMED' and a.account = new.account;
  if not found or (p.kind = 'CREATE') <> (tg_op = 'INSERT') then
    raise exception 'account % is changed by two administrators', new.account using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if not (new.roles @> p.roles and new.roles <@ p.roles) then
      raise exception 'account % gets other roles than confirmed', new.account using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.proposal <= coalesce(old.proposal, 0) or new.version <> old.version + 1
      or (p.kind = 'ROLES') <> (new.roles is distinct from old.roles) or (p.kind = 'ROLES' and not (new.roles @> p.roles and new.roles <@ p.roles))
      or (p.kind = 'RESET') <> (new.password_set_at is distinct from old.password_set_at) or (p.kind <> 'RESET' and new.password <> old.password)
      or (p.kind = 'DISABLE') <> (old.disabled_at is null and new.disabled_at is not null)
      or (p.kind = 'ENABLE') <> (old.disabled_at is not null and new.disabled_at is null) then
    raise exception 'change % is not the one that was confirmed', new.proposal using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_changes_by_two before insert or update on account for each row execute function account_changes_by_two();

revoke all on account from countersign_app;
grant select, insert (account, created_at, password, password_set_at, proposal, roles),
  update (disabled_at, failed, locked_until, password, password_set_at, proposal, roles, version) on account to countersign_app;
grant select, insert (account, expires_at, kind, proposed_at, proposed_by, reason, roles) on account_proposal to countersign_app;
grant select, insert (decided_at, decided_by, decision, proposal) on account_decision to countersign_app;
revoke execute on function is_administrator(text), a_second_administrator_confirms(), account_changes_by_two() from public;
