-- The append-only log. An event is written by the change it tells of; the one sealer gives it its place in the tree later.
do $$ begin
  if not exists (select from pg_roles where rolname = 'countersign_app') then create role countersign_app nologin; end if;
end $$;

-- What happened. The bytes are the leaf's input; the other columns repeat what stands in them, to search by, and the verifier compares.
create table event (
  id      bigint generated always as identity primary key,   -- says nothing about the order
  subject text        not null,
  verb    text        not null,
  at      timestamptz not null,
  bytes   bytea       not null
);
create index event_subject on event (subject, id);

-- Committed with its event, taken away by the sealer: so a long transaction holds nobody up and no number is waited for.
create table pending_event (
  event_id bigint primary key references event (id)
);

-- The order of the log: the one in which the sealer saw committed events.
create table leaf (
  index    bigint primary key check (index >= 0),             -- from 0, without gaps
  event_id bigint not null unique references event (id),
  hash     bytea  not null check (length(hash) = 32)          -- RFC 6962: SHA-256(0x00 || bytes)
);

-- Complete subtrees above the leaves, each written once: roots and proofs need a logarithm of them.
create table node (
  level smallint not null check (level >= 1),                 -- covers 2^level leaves
  index bigint   not null check (index >= 0),                 -- the first of them is index * 2^level
  hash  bytea    not null check (length(hash) = 32),
  primary key (level, index)
);

create table checkpoint (
  size bigint      primary key check (size >= 1),             -- covers the leaves 0 to size - 1
  root bytea       not null check (length(root) = 32),
  at   timestamptz not null,
  note text        not null                                   -- C2SP signed note
);

create function ledger_refuses_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare t text;
begin
  foreach t in array array['event', 'leaf', 'node', 'checkpoint'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function ledger_refuses_change()', t || '_is_permanent', t);
    execute format('create trigger %I before truncate on %I for each statement execute function ledger_refuses_change()', t || '_is_not_truncated', t);
  end loop;
end $$;

grant select, insert on event, leaf, node, checkpoint to countersign_app;
grant select, insert, delete on pending_event to countersign_app;
