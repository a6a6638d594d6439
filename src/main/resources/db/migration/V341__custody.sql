-- What each officer has said about each response after its delivery. No row: nothing yet.
create table custody (
  id           text primary key,                   -- responseId/officerId
  response_id  text        not null references response (id),
  officer      text        not null,
  agency       text        not null,
  state        text        not null,               -- RECEIVED, DISPOSED
  version      int         not null default 0,
  confirmed_at timestamptz not null,
  confirmed_by text        not null references file (id),
  review_by    date,                               -- null: the day in the response's header
  prolonged_by text        references file (id),   -- the document that set review_by; it can be set once
  disposition  text        check (disposition in ('RETURNED', 'MADE_UNDISCLOSABLE')),
  disposed_at  timestamptz,
  disposed_by  text        references file (id),
  recall       text                                -- the recall that the disposition answers
);
create index custody_response on custody (response_id);

insert into transition (entity, from_state, to_state) values
  ('file', 'RECEIVED', 'FILED'),
  ('custody', '-', 'RECEIVED'), ('custody', '-', 'DISPOSED'), ('custody', 'RECEIVED', 'DISPOSED');
create trigger custody_has_a_first_state after insert on custody referencing new table as entered
  for each statement execute function new_rows_have_a_first_state();
create trigger custody_moves_along_the_machine before update on custody for each row
  when (old.state is distinct from new.state) execute function row_moves_along_the_machine();
create trigger custody_keeps_what_was_said before update on custody for each row
  when ((old.id, old.response_id, old.officer, old.agency, old.confirmed_at, old.confirmed_by)
      is distinct from (new.id, new.response_id, new.officer, new.agency, new.confirmed_at, new.confirmed_by)
    or old.prolonged_by is not null and old.prolonged_by is distinct from new.prolonged_by
    or old.disposed_by is not null and (old.disposition, old.disposed_at, old.disposed_by) is distinct from
      (new.disposition, new.disposed_at, new.disposed_by)
    or old.recall is not null and old.recall is distinct from new.recall)
  execute function refuse_rewrite();
create trigger custody_is_not_deleted before delete on custody for each row execute function refuse_change();
create trigger custody_is_not_truncated before truncate on custody for each statement execute function refuse_change();

-- Only an officer to whom a response was sealed says something about it, and only a document of the agency that got it.
create function custody_is_of_a_recipient() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from response r join file f on f.id = r.file_id
      where r.id = new.response_id and new.officer = any (r.officers) and f.agency = new.agency and new.id = r.id || '/' || new.officer) then
    raise exception 'custody of % is of no recipient of its response', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger custody_is_of_a_recipient before insert on custody for each row execute function custody_is_of_a_recipient();
revoke execute on function custody_is_of_a_recipient() from public;

grant select, insert (agency, confirmed_at, confirmed_by, id, officer, response_id, state), update (disposed_at, disposed_by, disposition,
  prolonged_by, recall, review_by, state, version) on custody to countersign_app;
