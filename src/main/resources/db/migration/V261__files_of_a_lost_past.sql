-- Files in partners' folders that an older database does not know. Nothing is released while one of them is not confirmed by a signed document.
create table unknown_file (
  partner  text        not null,
  folder   text        not null check (folder in ('outbox', 'archive', 'rejected')),
  name     text        not null check (length(name) between 1 and 255),
  found_at timestamptz not null default clock_timestamp(),
  primary key (partner, folder, name)
);
create trigger unknown_file_is_permanent before update or delete on unknown_file for each row execute function refuse_change();
create trigger unknown_file_is_not_truncated before truncate on unknown_file for each statement execute function refuse_change();
revoke all on unknown_file from countersign_app;
grant select, insert (partner, folder, name) on unknown_file to countersign_app;
