-- How long a key stays at least after its file was answered. The owner may lengthen it.
create table retention (
  purpose  text     primary key check (purpose in ('FILE', 'DRAFT')),
  at_least interval not null check (at_least >= interval '30 days')
);
insert into retention (purpose, at_least) values ('FILE', '30 days'), ('DRAFT', '30 days');

-- The only way to destroy a key. Returns whether it was there and not destroyed before. A key that was never made is marked as destroyed,
-- so that it is not made later.
create function destroy_key(key_name text, key_purpose text) returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
    if exists (select from response where file_id = owned_by and state <> 'DELIVERED')
        or exists (select from acknowledgement where file_id = owned_by and state <> 'DELIVERED')
        or exists (select from request_status where file_id = owned_by and state not in ('REFUSED', 'DELIVERED')) then
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
revoke execute on function destroy_key(text, text) from public;
grant execute on function destroy_key(text, text) to countersign_app;
