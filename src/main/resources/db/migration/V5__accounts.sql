-- Local accounts. Passwords stand here only as slow hashes; whoever asks, runs, audits or writes rules is no reviewer (R51).
create table account (
  account      text        primary key check (account ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  password     text        not null,                          -- {bcrypt}...
  roles        text[]      not null check (cardinality(roles) > 0),
  failed       int         not null default 0,                -- sign-ins in a row that failed
  locked_until timestamptz,                                   -- null: not locked
  created_at   timestamptz not null,
  check (not (roles && array['FIRST_REVIEWER', 'COUNTERSIGNER'] and roles && array['SUBMITTER', 'OPERATOR', 'RULE_EDITOR', 'AUDITOR']))
);
grant select, insert, update on account to countersign_app;
