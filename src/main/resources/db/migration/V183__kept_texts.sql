-- What a person writes into the form of a decision about a file, a held request or a stop before it is sent. Only its author reads it.
create table kept_text (
  account  text        not null,                     -- its author
  form     text        not null check (length(form) <= 200),  -- the path to which the form is sent
  text     text        not null check (length(text) <= 4000),
  saved_at timestamptz not null,
  primary key (account, form)
);
revoke all on kept_text from countersign_app;
grant select, insert (account, form, saved_at, text), update (saved_at, text), delete on kept_text to countersign_app;
