-- The nightly check compares the reasons that people wrote with the digests in the ledger's events.
grant select (account, at, number, subject, verb, words) on remark to countersign_app;
