-- The accounting entries of consecutive requests of one file, compressed together and encrypted as one. Permanent, as "accounting_entry" is,
-- which keeps the entries of whole files, of decisions and of answers, and those of requests that an earlier version read.
create table accounting_block (
  file_id        text        not null,
  first          int         not null,             -- number of the first request in it; one entry a request, without gaps
  agency         text        not null,
  at             timestamptz not null,
  entries_sealed bytea       not null,             -- accounting key of agency and year
  digests        bytea       not null check (length(digests) > 0 and length(digests) % 32 = 0),  -- SHA-256 of each entry with 32 random bytes inside
  primary key (file_id, first)
);
alter table accounting_block alter column entries_sealed set storage external, alter column digests set storage external;
create trigger accounting_block_is_permanent before update or delete on accounting_block for each row execute function refuse_change();
create trigger accounting_block_is_not_truncated before truncate on accounting_block for each statement execute function refuse_change();
revoke all on accounting_block from countersign_app;
grant select, insert (file_id, first, agency, at, entries_sealed, digests) on accounting_block to countersign_app;
