-- One signed decision is stored once for its request. The application's role cannot copy an old approval after the lift of a denial.
create unique index approval_once on approval (id, sha256(statement), sha256(signature));

-- "overriding system value" needs the right to insert the column: the database alone numbers decisions.
revoke insert on approval from countersign_app;
grant insert (account, at, draft_sha256, id, identifies_informant, impairs_investigation, key_id, lapses_at, reason_sealed, signature, statement, step)
  on approval to countersign_app;
