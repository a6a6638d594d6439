-- Data keys, each wrapped by the root key, which is not in this database.
do $$ begin
  if not exists (select from pg_roles where rolname = 'countersign_app') then create role countersign_app nologin; end if;
end $$;

create table vault_key (
  name         text        primary key,                       -- its purpose, lower case, and what it is for: file/<file id>
  purpose      text        not null check (purpose in ('FILE', 'DRAFT', 'ACCOUNTING', 'INDEX', 'SIGNING')),
  wrapped      bytea,                                         -- null once destroyed
  created_at   timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null)),
  constraint accounting_keys_are_permanent check (purpose <> 'ACCOUNTING' or wrapped is not null)
);

create function vault_key_may_only_be_destroyed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.wrapped is not null and new.wrapped is null
      and (new.name, new.purpose, new.created_at) is not distinct from (old.name, old.purpose, old.created_at) then
    return new;
  end if;
  raise exception 'a key is destroyed once and never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger vault_key_is_only_destroyed before update or delete on vault_key for each row execute function vault_key_may_only_be_destroyed();
create trigger vault_key_is_not_truncated before truncate on vault_key for each statement execute function vault_key_may_only_be_destroyed();

grant select, insert on vault_key to countersign_app;
grant update (wrapped, destroyed_at) on vault_key to countersign_app;
