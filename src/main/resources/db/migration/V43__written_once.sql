-- Columns that are written once. The application has no right to change most of them (V46); these triggers also hold against a right that
-- a later migration grants too widely, and against a wrong statement of a person who repairs data.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'this column of % is written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The name under which the partner's file was in the inbox last; null: "name". A file that is sent again may have another name.
alter table file add column inbox_name text;

do $$
declare t text;
begin
  -- Rows that are inserted and never changed.
  foreach t in array array['request', 'refused_subject', 'draft', 'no_match', 'stop_lift', 'transition'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_is_permanent', t);
  end loop;
  -- Rows that are changed in some columns and never removed.
  foreach t in array array['file', 'request_group', 'slice', 'request_status', 'response', 'acknowledgement', 'stop'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', t || '_is_not_deleted', t);
  end loop;
  foreach t in array array['request', 'refused_subject', 'draft', 'no_match', 'stop', 'stop_lift', 'transition', 'response_item', 'adoption', 'remark',
      'file', 'request_group', 'slice', 'request_status', 'response', 'acknowledgement'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_is_not_truncated', t);
  end loop;
end $$;

create trigger file_keeps_its_origin before update on file for each row
  when ((old.id, old.partner, old.agency, old.environment, old.sequence, old.name, old.size_bytes, old.sealed_sha256, old.received_at)
      is distinct from (new.id, new.partner, new.agency, new.environment, new.sequence, new.name, new.size_bytes, new.sealed_sha256, new.received_at)
    or old.agreement is not null and old.agreement is distinct from new.agreement
    or old.requester is not null and old.requester is distinct from new.requester)
  execute function refuse_rewrite();

create trigger request_group_keeps_its_officers before update on request_group for each row
  when ((old.id, old.file_id, old.officers, old.requests) is distinct from (new.id, new.file_id, new.officers, new.requests)
    or old.started_at is not null and (old.started_at, old.answer_by) is distinct from (new.started_at, new.answer_by)
    or old.finished and not new.finished)
  execute function refuse_rewrite();

create trigger slice_keeps_its_place before update on slice for each row
  when ((old.id, old.file_id, old.number) is distinct from (new.id, new.file_id, new.number))
  execute function refuse_rewrite();

create trigger request_status_keeps_its_place before update on request_status for each row
  when ((old.id, old.file_id, old.number, old.request_id) is distinct from (new.id, new.file_id, new.number, new.request_id)
    or old.group_id is not null and old.group_id is distinct from new.group_id
    or old.slice is not null and old.slice is distinct from new.slice)
  execute function refuse_rewrite();

create trigger response_keeps_its_recipients before update on response for each row
  when ((old.id, old.file_id, old.group_id, old.partner, old.officers, old.final, old.released_at, old.release_event)
      is distinct from (new.id, new.file_id, new.group_id, new.partner, new.officers, new.final, new.released_at, new.release_event)
    or old.sealed_at is not null and old.review_by is distinct from new.review_by
    or old.delivered_at is not null and (old.delivered_at, old.delivered_event) is distinct from (new.delivered_at, new.delivered_event))
  execute function refuse_rewrite();
-- Its bytes are large: they are compared only when a statement names the column.
create trigger response_keeps_its_bytes before update of sealed_bytes, sealed_sha256, sealed_at, checkpoint_size on response for each row
  when (old.sealed_sha256 is not null and (old.sealed_sha256, old.sealed_bytes) is distinct from (new.sealed_sha256, new.sealed_bytes)
    or old.sealed_at is not null and (old.sealed_at, old.checkpoint_size) is distinct from (new.sealed_at, new.checkpoint_size))
  execute function refuse_rewrite();

create trigger acknowledgement_keeps_its_place before update on acknowledgement for each row
  when ((old.id, old.file_id, old.number, old.partner, old.answered_at) is distinct from (new.id, new.file_id, new.number, new.partner, new.answered_at)
    or old.takes and not new.takes
    or old.delivered_at is not null and old.delivered_at is distinct from new.delivered_at)
  execute function refuse_rewrite();
create trigger acknowledgement_keeps_its_bytes before update of sealed_bytes, sealed_sha256 on acknowledgement for each row
  when (old.sealed_sha256 is not null and (old.sealed_sha256, old.sealed_bytes) is distinct from (new.sealed_sha256, new.sealed_bytes))
  execute function refuse_rewrite();

create trigger stop_keeps_its_scope before update on stop for each row
  when ((old.number, old.scope, old.value, old.reason, old.set_by, old.set_at) is distinct from (new.number, new.scope, new.value, new.reason, new.set_by, new.set_at)
    or old.in_force_at is not null and old.in_force_at is distinct from new.in_force_at)
  execute function refuse_rewrite();
