-- A later day for a receipt or a disposition, which two people set.
create table custody_extension (
  number       bigint generated always as identity primary key,
  custody      text        not null,               -- responseId/officerId; custody may not exist yet
  what         text        not null check (what in ('RECEIPT', 'DISPOSITION')),
  until        date        not null,
  proposed_by  text        not null,
  proposed_at  timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  check (lower(confirmed_by) <> lower(proposed_by))
);
create index custody_extension_custody on custody_extension (custody, what);
create trigger custody_extension_is_confirmed_once before update on custody_extension for each row
  when ((old.number, old.custody, old.what, old.until, old.proposed_by, old.proposed_at)
      is distinct from (new.number, new.custody, new.what, new.until, new.proposed_by, new.proposed_at)
    or old.confirmed_by is not null)
  execute function refuse_rewrite();
create trigger custody_extension_is_not_deleted before delete on custody_extension for each row execute function refuse_change();
create trigger custody_extension_is_not_truncated before truncate on custody_extension for each statement execute function refuse_change();

-- The overdue items for which an agency was stopped; each stops it once.
create table overdue_told (
  custody text        not null,
  what    text        not null check (what in ('RECEIPT', 'DISPOSITION')),
  day     date        not null,
  at      timestamptz not null,
  primary key (custody, what, day)
);
create trigger overdue_told_is_permanent before update or delete on overdue_told for each row execute function refuse_change();
create trigger overdue_told_is_not_truncated before truncate on overdue_told for each statement execute function refuse_change();

grant select, insert (custody, proposed_at, proposed_by, until, what), update (confirmed_at, confirmed_by) on custody_extension to countersign_app;
grant select, insert (at, custody, day, what) on overdue_told to countersign_app;
