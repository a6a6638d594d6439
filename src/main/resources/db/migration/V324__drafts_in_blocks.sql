-- The items and evidence of the drafts of a slice, compressed together and encrypted as one. A draft that an earlier version made has its own;
-- every draft has one of the two. Its digest stands in "draft", where approvals and release compare it.
create table draft_block (
  file_id      text  not null references file (id),
  slice        int   not null,
  block_sealed bytea not null,                     -- draft key
  primary key (file_id, slice)
);
alter table draft_block alter column block_sealed set storage external;
alter table draft alter column item_sealed drop not null, alter column evidence_sealed drop not null;
create trigger draft_block_is_permanent before update or delete on draft_block for each row execute function refuse_change();
create trigger draft_block_is_not_truncated before truncate on draft_block for each statement execute function refuse_change();
revoke all on draft_block from countersign_app;
grant select, insert (file_id, slice, block_sealed) on draft_block to countersign_app;
revoke insert (item_sealed, evidence_sealed) on draft from countersign_app;
