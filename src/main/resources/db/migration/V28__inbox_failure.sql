-- An entry of a partner's inbox that could not be fetched or moved. After three tries the gateway leaves it alone, also after a restart, until
-- what the listing says of it changes. Its name is kept as in "file": a published name, or the hash of any other.
create table inbox_failure (
  partner text        not null,
  entry   text        not null,
  print   text        not null,  -- size, times and permissions by the listing
  cause   text        not null,
  tries   int         not null check (tries > 0),
  since   timestamptz not null,
  primary key (partner, entry)
);
grant select, insert, update, delete on inbox_failure to countersign_app;
