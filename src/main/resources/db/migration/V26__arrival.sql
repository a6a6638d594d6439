-- A file whose bytes are coming: claimed here first, so that they come outside any long transaction. Its chunks stand in file_chunk already,
-- which therefore references no file; the row of "file" is written when all of them are there. An attempt that died is removed with its chunks.
create table arrival (
  attempt  bigint generated always as identity primary key,  -- a gateway that was overtaken finds its number gone
  partner  text        not null unique,                      -- one file at a time
  file_id  text        not null unique,
  begun_at timestamptz not null default clock_timestamp()
);
alter table file_chunk drop constraint file_chunk_file_id_fkey;
grant select, insert, update, delete on arrival to countersign_app;
