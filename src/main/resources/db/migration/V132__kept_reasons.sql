-- What a person writes about a case before the decision. Only its author reads it; it goes with the decision.
create table kept_reason (
  id          text        not null,                  -- the case
  account     text        not null,                  -- its author
  purpose     text        not null check (purpose in ('ENDORSE', 'COUNTERSIGN', 'DENY', 'LIFT')),
  text_sealed bytea       not null,                  -- draft key
  saved_at    timestamptz not null,
  primary key (id, account, purpose)
);
grant select, insert (account, id, purpose, saved_at, text_sealed), update (saved_at, text_sealed), delete on kept_reason to countersign_app;
