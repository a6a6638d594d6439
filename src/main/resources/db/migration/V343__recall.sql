-- A recall: two people, one of them counsel, call back what left. One notice goes to the officers of each response.
create table recall (
  number       bigint generated always as identity primary key,
  selected_by  text        not null check (selected_by in ('REQUEST', 'RESPONSE', 'FILE', 'RULE_SET', 'OFFICER', 'AGENCY', 'COURT_ORDER', 'DAYS')),
  value        text        not null,
  code         text        not null,
  responses    int         not null check (responses > 0), -- as the first person saw it
  proposed_by  text        not null,
  counsel      boolean     not null,               -- whether that person is counsel
  proposed_at  timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  stop         bigint,
  check (lower(confirmed_by) <> lower(proposed_by)),
  check ((confirmed_by is null) = (stop is null))
);
create trigger recall_is_confirmed_once before update on recall for each row
  when ((old.number, old.selected_by, old.value, old.code, old.responses, old.proposed_by, old.counsel, old.proposed_at)
      is distinct from (new.number, new.selected_by, new.value, new.code, new.responses, new.proposed_by, new.counsel, new.proposed_at)
    or old.confirmed_by is not null)
  execute function refuse_rewrite();

-- The document that leaves.
create table recall_notice (
  id           text primary key,                   -- responseId.rcl.recallId
  recall_id    text        not null unique,        -- RCL_YYYYMMDD_NNNN
  response_id  text        not null unique references response (id),
  file_id      text        not null references file (id),
  partner      text        not null,
  content      bytea       not null,               -- ids and a code; no personal data
  state        text        not null,               -- RELEASED, SEALED, UPLOADING, DELIVERED
  version      int         not null default 0,
  released_at  timestamptz not null,
  sealed_bytes bytea,
  sealed_sha256 bytea,
  upload_until timestamptz,
  delivered_at timestamptz
);
create index recall_notice_unsealed on recall_notice (id) where state = 'RELEASED';

create table recalled (
  recall      bigint not null references recall (number),
  recall_id   text   primary key,
  response_id text   not null unique references response (id),
  notice      text   not null references recall_notice (id)
);
create index recalled_recall on recalled (recall);

insert into transition (entity, from_state, to_state) values
  ('response', 'DELIVERED', 'RECALLED'),
  ('request_status', 'DELIVERED', 'RECALLED'),
  ('recall_notice', '-', 'RELEASED'), ('recall_notice', 'RELEASED', 'SEALED'), ('recall_notice', 'SEALED', 'UPLOADING'),
  ('recall_notice', 'UPLOADING', 'DELIVERED');
create trigger recall_notice_has_a_first_state after insert on recall_notice referencing new table as entered
  for each statement execute function new_rows_have_a_first_state();
create trigger recall_notice_moves_along_the_machine before update on recall_notice for each row
  when (old.state is distinct from new.state) execute function row_moves_along_the_machine();
create trigger recall_notice_keeps_its_place before update on recall_notice for each row
  when ((old.id, old.recall_id, old.response_id, old.file_id, old.partner, old.content, old.released_at)
      is distinct from (new.id, new.recall_id, new.response_id, new.file_id, new.partner, new.content, new.released_at)
    or old.delivered_at is not null and old.delivered_at is distinct from new.delivered_at)
  execute function refuse_rewrite();
create trigger recall_notice_keeps_its_bytes before update of sealed_bytes, sealed_sha256 on recall_notice for each row
  when (old.sealed_sha256 is not null and (old.sealed_sha256, old.sealed_bytes) is distinct from (new.sealed_sha256, new.sealed_bytes))
  execute function refuse_rewrite();

do $$
declare t text;
begin
  foreach t in array array['recall', 'recall_notice', 'recalled'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', t || '_is_not_deleted', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_is_not_truncated', t);
  end loop;
end $$;
create trigger recalled_is_permanent before update on recalled for each row execute function refuse_change();

-- A response is recalled only together with the row that names its notice; the notice is inserted first.
create function recalled_with_a_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from recalled where response_id = new.id) then
    raise exception 'response % is recalled without a recall', new.id using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger recalled_with_a_notice after update on response deferrable initially deferred for each row
  when (new.state = 'RECALLED' and old.state <> new.state) execute function recalled_with_a_notice();
revoke execute on function recalled_with_a_notice() from public;

grant select, insert (code, counsel, proposed_at, proposed_by, responses, selected_by, value), update (confirmed_at, confirmed_by, stop) on recall to countersign_app;
grant select, insert (content, file_id, id, partner, recall_id, released_at, response_id, state), update (delivered_at, sealed_bytes, sealed_sha256,
  state, upload_until, version) on recall_notice to countersign_app;
grant select, insert (notice, recall, recall_id, response_id) on recalled to countersign_app;

-- The same as before; a recalled answer was delivered.
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
    if exists (select from response where file_id = owned_by and state not in ('DELIVERED', 'DELIVERED_BEFORE', 'RECALLED'))
        or exists (select from acknowledgement where file_id = owned_by and state <> 'DELIVERED')
        or exists (select from request_status where file_id = owned_by and state not in ('REFUSED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE')) then
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
