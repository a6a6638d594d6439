-- Work that waits, leases, and what waits for a checkpoint. The application role writes; the owner migrates.
do $$ begin
  if not exists (select from pg_roles where rolname = 'countersign_app') then create role countersign_app nologin; end if;
end $$;

-- Outbox, retry list and parked work in one: a row exists exactly as long as the stage has not finished for this id.
create table work (
  stage      text        not null,
  id         text        not null,
  state      text        not null default 'WAITING' check (state in ('WAITING', 'PARKED')),
  attempts   int         not null default 0,
  cause      text,                                             -- a code, never a message with values
  due_at     timestamptz not null default clock_timestamp(),
  sent_at    timestamptz,                                      -- when the relay last put it into its queue; null: not yet
  created_at timestamptz not null default clock_timestamp(),
  primary key (stage, id)
);
create index work_due on work (due_at) where state = 'WAITING' and sent_at is null;

-- Work that may begin only when a published checkpoint covers an event.
create table awaited (
  stage      text        not null,
  id         text        not null,
  event_id   bigint      not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (stage, id)
);
create index awaited_event on awaited (event_id);

-- One holder at a time; the fence grows whenever the holder changes and is compared by the write that matters.
create table lease (
  name   text primary key,
  holder text,
  until  timestamptz not null,
  fence  bigint      not null
);

grant select, insert, update, delete on work, awaited, lease to countersign_app;
