-- From where an account signs in. A source from which it signed in before has its own count of failures, so that nobody elsewhere locks it out.
create table sign_in_source (
  account      text        not null references account (account),
  source       text        not null,               -- an IPv4 address, a /64 of IPv6, or 'session'
  succeeded_at timestamptz not null,
  recorded_at  timestamptz,                        -- last event about a sign-in from here
  failed       int         not null default 0,
  locked_until timestamptz,
  primary key (account, source)
);
grant select, insert (account, source, succeeded_at), update (failed, locked_until, recorded_at, succeeded_at) on sign_in_source to countersign_app;

-- Failures of the running minute. A minute becomes one event for each source when it is over.
create table failed_sign_in (
  minute  timestamptz not null,
  source  text        not null,
  account text        not null,                    -- 'unknown' if no account has the name that was typed
  times   int         not null,
  primary key (minute, source, account)
);
grant select, insert (account, minute, source, times), update (times), delete on failed_sign_in to countersign_app;

-- Who signed in from where, and who saw what: the ledger's events again, to search by. No name that a person typed, no taxpayer's data.
create table access_record (
  id       bigint      generated always as identity primary key,
  event_id bigint      not null references event (id),
  kind     text        not null check (kind in ('SIGN_IN', 'SIGN_IN_FAILED', 'LOCK', 'VIEW')),
  account  text        not null,
  source   text        not null,
  what     text        not null,                   -- PAGE or CALL; of a view CASE, STATUS, RULES or PARKED
  subject  text        not null,                   -- id of the case or of the parked work; '' if none
  times    int         not null check (times > 0),
  at       timestamptz not null
);
create index access_record_account on access_record (account, id);
create index access_record_subject on access_record (subject, id);
create index access_record_at on access_record (at);
create trigger access_record_is_permanent before update or delete on access_record for each row execute function refuse_change();
create trigger access_record_is_not_truncated before truncate on access_record for each statement execute function refuse_change();
grant select, insert (account, at, event_id, kind, source, subject, times, what) on access_record to countersign_app;
