-- Each person who decides cases signs with a key of their own. The private half is sealed under the person's password; a row in this
-- table gives no right, because a key counts only if the enrolment register, which two people signed, lists it.
alter table account add column password_set_at timestamptz;
update account set password_set_at = created_at;
alter table account alter column password_set_at set not null;

create table signing_key (
  account         text        not null references account (account),
  password_set_at timestamptz not null,            -- the account's password under which the private half is sealed
  public_key      bytea       not null check (length(public_key) = 32),
  private_sealed  bytea       not null,            -- Argon2id, AES-256-GCM
  made_at         timestamptz not null,
  primary key (account, password_set_at)
);
create trigger signing_key_is_permanent before update or delete on signing_key for each row execute function refuse_change();
create trigger signing_key_is_not_truncated before truncate on signing_key for each statement execute function refuse_change();
grant select, insert on signing_key to countersign_app;
