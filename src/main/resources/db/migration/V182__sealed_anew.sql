-- Two people have a response sealed anew whose seal does not verify (D412). Each sealing has a statement of its own; which one counts follows
-- from the signed events.
alter table seal_statement add column generation int not null default 1 check (generation > 0);
alter table seal_statement drop constraint seal_statement_id_key;
alter table seal_statement add unique (id, generation);
grant insert (generation) on seal_statement to countersign_app;

insert into transition (entity, from_state, to_state) values ('response', 'SEALED', 'RELEASED'), ('response', 'UPLOADING', 'RELEASED');

drop trigger response_keeps_its_bytes on response;
create trigger response_keeps_its_bytes before update of sealed_bytes, sealed_sha256, sealed_at, checkpoint_size on response for each row
  when (not (new.state = 'RELEASED' and new.sealed_bytes is null and new.sealed_sha256 is null and new.sealed_at is null and new.checkpoint_size is null)
    and (old.sealed_sha256 is not null and (old.sealed_sha256, old.sealed_bytes) is distinct from (new.sealed_sha256, new.sealed_bytes)
      or old.sealed_at is not null and (old.sealed_at, old.checkpoint_size) is distinct from (new.sealed_at, new.checkpoint_size)))
  execute function refuse_rewrite();

-- The event of the second person comes first. The signatures in it are verified before anything is uploaded.
create function response_is_sealed_anew() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from event where subject = new.id and verb = 'reseal'
      and id > (select coalesce(max(sealed.id), 0) from event sealed where sealed.subject = new.id and sealed.verb = 'seal')) then
    raise exception 'response % is not sealed anew without two people', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger response_is_sealed_anew before update on response for each row
  when (old.state in ('SEALED', 'UPLOADING') and new.state = 'RELEASED') execute function response_is_sealed_anew();
revoke execute on function response_is_sealed_anew() from public;
