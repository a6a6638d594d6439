-- Made-up cases that reviewers must deny. They are in no table from which anything is released, acknowledged or accounted for: a response
-- contains rows of request_status only. What stands with a control case follows from its decisions.
create table control_case (
  id              text        primary key,           -- fileId/requestId, of no request
  file_id         text        not null references file (id),
  request_id      text        not null,
  like_id         text        not null references request_status (id), -- the request whose form it copies
  group_id        text        not null references request_group (id),  -- whose deadline it shares
  flaw            text        not null check (flaw in ('OTHER_PERSON', 'FORMER_ADDRESS', 'ADDRESS_NOT_ON_RECORD')),
  request_sealed  bytea       not null,              -- draft key
  item_sealed     bytea       not null,              -- draft key
  evidence_sealed bytea       not null,              -- draft key
  sha256          bytea       not null,              -- of the item's bytes
  drafted_at      timestamptz not null
);
create index control_case_file on control_case (file_id);
create trigger control_case_is_permanent before update or delete on control_case for each row execute function refuse_change();
create trigger control_case_is_not_truncated before truncate on control_case for each statement execute function refuse_change();
grant select, insert (drafted_at, evidence_sealed, file_id, flaw, group_id, id, item_sealed, like_id, request_id, request_sealed, sha256)
  on control_case to countersign_app;

-- No request and no control case share an id.
create function control_case_is_no_request() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from request r where r.file_id = new.file_id and r.request_id = new.request_id) then
    raise exception 'request % is real', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger control_case_is_no_request before insert on control_case for each row execute function control_case_is_no_request();
revoke execute on function control_case_is_no_request() from public;

create table control_decision (
  number        bigint      generated always as identity primary key,
  id            text        not null references control_case (id),
  step          text        not null check (step in ('ENDORSE', 'COUNTERSIGN', 'DECLINE')),
  account       text        not null,
  reason_sealed bytea       not null,                -- draft key
  at            timestamptz not null,
  lapses_at     timestamptz,                         -- null for DECLINE
  statement     bytea       not null,
  signature     bytea       not null,
  key_id        text        not null
);
create index control_decision_case on control_decision (id, number);
create index control_decision_account on control_decision (account, at);
create trigger control_decision_is_permanent before update or delete on control_decision for each row execute function refuse_change();
create trigger control_decision_is_not_truncated before truncate on control_decision for each statement execute function refuse_change();
grant select, insert (account, at, id, key_id, lapses_at, reason_sealed, signature, statement, step) on control_decision to countersign_app;

-- Who opened a control case, and when first.
create table control_offer (
  id      text        not null references control_case (id),
  account text        not null,
  at      timestamptz not null,
  primary key (id, account)
);
create trigger control_offer_is_permanent before update or delete on control_offer for each row execute function refuse_change();
create trigger control_offer_is_not_truncated before truncate on control_offer for each statement execute function refuse_change();
grant select, insert (account, at, id) on control_offer to countersign_app;
