-- A database that is older than the journal of a gateway, which is a file outside it.
create table lost_past (
  head            text        not null check (head ~ '^[0-9a-f]{64}$'), -- SHA-256 of the last line of a journal
  step            text        not null check (step in ('LOST', 'TAKEN')), -- LOST: all gateways stop; TAKEN: two people confirmed, and it was taken over
  ledger_size     bigint      not null,                                  -- events of the ledger that the line names
  document_sha256 text check ((document_sha256 is not null) = (step = 'TAKEN')), -- the signed confirmation
  at              timestamptz not null default clock_timestamp(),
  primary key (head, step)
);
-- Responses that were uploaded before the restore. Their rows in "response" may be missing.
create table reconstructed (
  id            text        primary key,
  sealed_sha256 bytea       not null,
  uploaded_at   timestamptz not null,              -- when the upload began
  event         bigint      not null
);
-- The requests that they answered. The files of these requests may be unknown until the partner sends them again.
create table answered_before (
  request     text  primary key,                   -- fileId/requestId
  response_id text  not null references reconstructed (id),
  outcome     text  not null check (outcome in ('DISCLOSED', 'NOT_DISCLOSED')),
  item_sha256 bytea not null
);

do $$
declare t text;
begin
  foreach t in array array['lost_past', 'reconstructed', 'answered_before'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_is_permanent', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_is_not_truncated', t);
    execute format('revoke all on %I from countersign_app', t);
  end loop;
end $$;
grant select, insert (head, step, ledger_size, document_sha256) on lost_past to countersign_app;
grant select, insert (id, sealed_sha256, uploaded_at, event) on reconstructed to countersign_app;
grant select, insert (request, response_id, outcome, item_sha256) on answered_before to countersign_app;

insert into transition (entity, from_state, to_state)
  select 'request_status', s, 'ANSWERED_BEFORE' from unnest(array['HELD', 'TAKEN', 'DRAFTED', 'UNMATCHED', 'ENDORSED', 'COUNTERSIGNED', 'DECLINED', 'EXPIRED',
    'RELEASED']) s
  union all select 'response', s, 'DELIVERED_BEFORE' from unnest(array['RELEASED', 'SEALED']) s;

-- Only what the journal named is answered or delivered without an upload, and nothing of it is answered again.
create function only_the_journal_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  select m.id into wrong from moved m
    where m.state = 'ANSWERED_BEFORE' and not exists (select from answered_before a where a.request = m.id) limit 1;
  if found then
    raise exception 'the journal does not name request %', wrong using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger request_status_only_the_journal_answers after update on request_status referencing new table as moved
  for each statement execute function only_the_journal_answers();

create function only_the_journal_delivers() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from reconstructed p where p.id = new.id) then
    raise exception 'the journal does not name response %', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger response_only_the_journal_delivers before update on response for each row
  when (new.state = 'DELIVERED_BEFORE' and old.state <> new.state) execute function only_the_journal_delivers();

create function nothing_is_answered_twice() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wrong text;
begin
  select i.request into wrong from released i where exists (select from answered_before a where a.request = i.request) limit 1;
  if found then
    raise exception 'request % was answered before the database was restored', wrong using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger response_item_nothing_is_answered_twice after insert on response_item referencing new table as released
  for each statement execute function nothing_is_answered_twice();
revoke execute on function only_the_journal_answers(), only_the_journal_delivers(), nothing_is_answered_twice() from public;

alter table accounting_entry drop constraint accounting_entry_kind_check;
alter table accounting_entry add constraint accounting_entry_kind_check check (kind in ('FILE', 'REQUEST', 'DISPOSITION', 'RECONSTRUCTED'));

create or replace function destroy_key(key_name text, key_purpose text) returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  owned_by text := substr(key_name, length(key_purpose) + 2);
  kept record;
begin
  if key_purpose not in ('FILE', 'DRAFT', 'INDEX') then
    raise exception 'a key for % is never destroyed', key_purpose using errcode = 'insufficient_privilege';
  end if;
  if key_name <> lower(key_purpose) || '/' || owned_by or owned_by = '' then
    raise exception 'key % is not a key for %', key_name, key_purpose using errcode = 'insufficient_privilege';
  end if;
  if key_purpose = 'INDEX' then
    -- Hashes of a year are compared with those of the next one.
    if owned_by !~ '/[0-9]{4}$' or right(owned_by, 4)::int >= extract(year from clock_timestamp() at time zone 'UTC') - 1 then
      raise exception 'the hashes of % are still compared', owned_by using errcode = 'insufficient_privilege';
    end if;
  else
    select f.state, greatest(f.answered_at, case when f.state = 'REFUSED' then f.judged_at end) as ended, r.at_least into kept
      from file f, retention r where f.id = owned_by and r.purpose = key_purpose for share of f;
    if not found or kept.state not in ('ANSWERED', 'REFUSED') or kept.ended is null then
      raise exception 'file % is not answered', owned_by using errcode = 'insufficient_privilege';
    end if;
    if exists (select from response where file_id = owned_by and state not in ('DELIVERED', 'DELIVERED_BEFORE'))
        or exists (select from acknowledgement where file_id = owned_by and state <> 'DELIVERED')
        or exists (select from request_status where file_id = owned_by and state not in ('REFUSED', 'DELIVERED', 'ANSWERED_BEFORE')) then
      raise exception 'an answer to file % is not delivered', owned_by using errcode = 'insufficient_privilege';
    end if;
    if kept.ended + kept.at_least > clock_timestamp() then
      raise exception 'the key of file % is kept until %', owned_by, kept.ended + kept.at_least using errcode = 'insufficient_privilege';
    end if;
  end if;
  insert into vault_key as k (name, purpose, wrapped, destroyed_at) values (key_name, key_purpose, null, clock_timestamp())
    on conflict (name) do update set wrapped = null, destroyed_at = excluded.destroyed_at where k.wrapped is not null and k.purpose = excluded.purpose;
  return found;
end $$;
