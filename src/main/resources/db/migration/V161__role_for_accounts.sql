-- Accounts, keys and the access record are written by a role of their own. The application's role, with which everything that a partner
-- sends is handled, only reads what its checks compare: never a password's hash, never a key.
do $$ begin
  if not exists (select from pg_roles where rolname = 'countersign_accounts') then create role countersign_accounts nologin; end if;
end $$;

revoke all on account, account_proposal, account_decision, sign_in_source, failed_sign_in, access_record, made_passkey, signing_key from countersign_app;
-- A right on one column is not taken away together with the right on the table.
revoke insert (account, created_at, password, password_set_at, proposal, roles),
  update (disabled_at, failed, locked_until, password, password_set_at, proposal, roles, version) on account from countersign_app;
revoke insert (account, expires_at, kind, proposed_at, proposed_by, reason, roles) on account_proposal from countersign_app;
revoke insert (decided_at, decided_by, decision, proposal) on account_decision from countersign_app;
revoke insert (account, source, succeeded_at), update (failed, locked_until, recorded_at, succeeded_at) on sign_in_source from countersign_app;
revoke insert (account, minute, source, times), update (times) on failed_sign_in from countersign_app;
revoke insert (account, at, event_id, kind, source, subject, times, what) on access_record from countersign_app;

grant select (account, roles, version, disabled_at) on account to countersign_app;
grant select on account_proposal, account_decision, access_record to countersign_app;

grant select, insert (account, created_at, password, password_set_at, proposal, roles),
  update (disabled_at, failed, locked_until, password, password_set_at, proposal, roles, version) on account to countersign_accounts;
grant select, insert (account, expires_at, kind, proposed_at, proposed_by, reason, roles) on account_proposal to countersign_accounts;
grant select, insert (decided_at, decided_by, decision, proposal) on account_decision to countersign_accounts;
grant select, insert (account, source, succeeded_at), update (failed, locked_until, recorded_at, succeeded_at) on sign_in_source to countersign_accounts;
grant select, insert (account, minute, source, times), update (times), delete on failed_sign_in to countersign_accounts;
grant select, insert (account, at, event_id, kind, source, subject, times, what) on access_record to countersign_accounts;
grant select, insert (account, credential_id, made_at, origin, public_key, rp_id) on made_passkey to countersign_accounts;
grant select, insert (account, made_at, password_set_at, private_sealed, public_key) on signing_key to countersign_accounts;
-- A change of an account and its event are one transaction.
grant select (id), insert (at, bytes, subject, verb) on event to countersign_accounts;
grant select (event_id), insert (event_id) on pending_event to countersign_accounts;
