-- Which signed configuration documents were in force since when. Replaces "adopted", which could not hold that a document came back or went away.
drop table adopted;
create table adoption (
  number   bigint generated always as identity primary key,
  document text        not null,                    -- path in the configuration directory
  sha256   text        not null,                    -- lower-case hex; 'none': from then on it does not count
  at       timestamptz not null
);
create index adoption_document on adoption (document, number desc);
create trigger adoption_is_permanent before update or delete on adoption for each row execute function refuse_change();
grant select, insert on adoption to countersign_app;
