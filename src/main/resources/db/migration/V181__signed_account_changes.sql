-- Two administrators sign each change of an account. The changes listed here are older than those signatures and count without them. Only this
-- migration inserts rows.
create table unsigned_account_change (
  proposal bigint primary key references account_decision (proposal)
);
insert into unsigned_account_change select proposal from account_decision where decision = 'CONFIRMED';
create trigger unsigned_account_change_is_permanent before insert or update or delete on unsigned_account_change for each row execute function refuse_change();
create trigger unsigned_account_change_is_not_truncated before truncate on unsigned_account_change for each statement execute function refuse_change();
revoke all on unsigned_account_change from countersign_app;
grant select on unsigned_account_change to countersign_app, countersign_accounts;

create index event_account on event (subject, id) where verb in ('propose', 'amend') and subject like 'account/%';
