-- The canonical JSON of consecutive requests, compressed together and encrypted as one. A file that an earlier version read keeps the bytes of
-- each request in "request"; every request has one of the two.
create table request_block (
  file_id      text  not null references file (id),
  first        int   not null,                     -- number of the first request in it
  block_sealed bytea not null,                     -- file key
  primary key (file_id, first)
);
alter table request_block alter column block_sealed set storage external;
alter table request alter column body_sealed drop not null;
create trigger request_block_is_permanent before update or delete on request_block for each row execute function refuse_change();
create trigger request_block_is_not_truncated before truncate on request_block for each statement execute function refuse_change();
revoke all on request_block from countersign_app;
grant select, insert (file_id, first, block_sealed) on request_block to countersign_app;
revoke insert (body_sealed) on request from countersign_app;
