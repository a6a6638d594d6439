-- What people said about what they did in operations. Not in the ledger, which outsiders read: people write names into reasons.
create table remark (
  number  bigint generated always as identity primary key,
  verb    text        not null,
  subject text        not null,
  account text        not null,
  at      timestamptz not null,
  words   text        not null check (length(words) between 1 and 2000)
);
create index remark_subject on remark (subject);
create trigger remark_is_permanent before update or delete on remark for each row execute function refuse_change();
grant select, insert on remark to countersign_app;
