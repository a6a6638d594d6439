-- A change of an account counts only with the signatures of two administrators in the ledger's events. A change that an earlier version made
-- without them counts no more, and two administrators make it anew. No table lists exceptions, because the owner of the tables could write it.
drop table unsigned_account_change;
