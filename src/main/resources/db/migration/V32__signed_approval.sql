-- A decision is a signed statement. What is valid follows from the statements, so the rows are never changed: LAPSE and LIFT rows
-- end the decisions before them. The gateway writes LAPSE rows, and DECLINE rows without a statement when approvals do not verify.
alter table approval add column statement bytea;
alter table approval add column signature bytea;
alter table approval add column key_id text;
alter table approval drop constraint approval_step_check;
alter table approval add constraint approval_step_check
  check (step in ('ENDORSE', 'COUNTERSIGN', 'DECLINE', 'RECONSIDER', 'LIFT', 'LAPSE'));
alter table draft add column generation int not null default 1;

-- Decisions that ended before this version become decisions before a row that ends them.
insert into approval (id, step, account, draft_sha256, reason_sealed, at)
  select distinct on (id) id, 'LAPSE', 'gateway', draft_sha256, ''::bytea, clock_timestamp() from approval
  where void and step in ('ENDORSE', 'COUNTERSIGN') and not exists (
    select from approval later where later.id = approval.id and not later.void and later.step in ('ENDORSE', 'COUNTERSIGN', 'LIFT'));
drop index approval_step;
alter table approval drop column void;
create index approval_request on approval (id, number);

create trigger approval_is_permanent before update or delete on approval for each row execute function refuse_change();
create trigger approval_is_not_truncated before truncate on approval for each statement execute function refuse_change();
revoke update, delete on approval from countersign_app;
