-- The public halves of passkeys that people made on the console, so that `countersign enrolment` can print them. A row gives no right: a
-- passkey counts only if the enrolment register, which two people signed, lists it.
create table made_passkey (
  account       text        not null references account (account),
  credential_id text        not null,            -- base64url
  public_key    text        not null,            -- COSE key, base64url
  rp_id         text        not null,
  origin        text        not null,
  made_at       timestamptz not null,
  primary key (account, credential_id)
);
create trigger made_passkey_is_permanent before update or delete on made_passkey for each row execute function refuse_change();
create trigger made_passkey_is_not_truncated before truncate on made_passkey for each statement execute function refuse_change();
grant select, insert on made_passkey to countersign_app;
