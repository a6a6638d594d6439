-- What the gateway signed when it sealed a response or an acknowledgement: its recipients and the hash of its bytes. The upload verifies it.
create table seal_statement (
  number    bigint generated always as identity primary key,
  id        text  not null unique,                  -- of a response or an acknowledgement; the first statement of each is the only one
  statement bytea not null,                         -- canonical JSON
  signature bytea not null                          -- Ed25519, by the key that signs checkpoints
);
create trigger seal_statement_is_permanent before update or delete on seal_statement for each row execute function refuse_change();
create trigger seal_statement_is_not_truncated before truncate on seal_statement for each statement execute function refuse_change();
revoke all on seal_statement from countersign_app;
grant select, insert (id, signature, statement) on seal_statement to countersign_app;
