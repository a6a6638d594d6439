-- A claimed case is offered to one person until the lease ends. All times here are the database's own.
create table claim (
  id         text        primary key,                -- the case
  account    text        not null,
  claimed_at timestamptz not null default clock_timestamp(),
  until      timestamptz not null
);
create index claim_account on claim (account);
grant select, insert (account, id, until), update (account, claimed_at, until), delete on claim to countersign_app;

-- When "next case" last gave out a case of a partner. The partner that waits longest is served next.
create table partner_turn (
  partner text        primary key,
  at      timestamptz not null
);
grant select, insert (at, partner), update (at) on partner_turn to countersign_app;

-- When a countersigner last opened the work-list, asked for a case or decided one: who is present for the rotation of pairs.
create table desk_visit (
  account text        primary key,
  at      timestamptz not null
);
grant select, insert (account, at), update (at) on desk_visit to countersign_app;

-- Countersignatures that the rotation of pairs would refuse, allowed because no third person was present. Never changed.
create table pair_waiver (
  number        bigint      generated always as identity primary key,
  id            text        not null,                -- the case
  endorser      text        not null,
  countersigner text        not null,
  at            timestamptz not null
);
create trigger pair_waiver_is_permanent before update or delete on pair_waiver for each row execute function refuse_change();
create trigger pair_waiver_is_not_truncated before truncate on pair_waiver for each statement execute function refuse_change();
grant select, insert (at, countersigner, endorser, id) on pair_waiver to countersign_app;

-- The last countersignatures of one endorser's cases: who gave them, and how many in a row.
create table pair_run (
  endorser      text primary key,
  countersigner text not null,
  times         int  not null,
  last_id       text not null                        -- the case that was counted last
);
grant select, insert (countersigner, endorser, last_id, times), update (countersigner, last_id, times) on pair_run to countersign_app;
