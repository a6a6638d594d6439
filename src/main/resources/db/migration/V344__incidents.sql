-- Suspected wrong disclosures, and the 24 hours in which they are reported. Ids and codes only; reasons are in "remark".
create table incident (
  number    bigint generated always as identity primary key,
  cause     text        not null check (cause in ('PERSON', 'VERIFICATION', 'RECALL')),
  subject   text        not null check (subject ~ '^[A-Za-z0-9._/-]{1,200}$'),
  opened_by text        not null,
  opened_at timestamptz not null,
  closing_proposed_by text,
  closing_proposed_at timestamptz,
  closed_by text,
  closed_at timestamptz,
  check (lower(closed_by) <> lower(closing_proposed_by)),
  check (closed_by is null or closing_proposed_by is not null)
);
create trigger incident_keeps_its_origin before update on incident for each row
  when ((old.number, old.cause, old.subject, old.opened_by, old.opened_at)
      is distinct from (new.number, new.cause, new.subject, new.opened_by, new.opened_at)
    or old.closing_proposed_by is not null and (old.closing_proposed_by, old.closing_proposed_at) is distinct from
      (new.closing_proposed_by, new.closing_proposed_at)
    or old.closed_by is not null)
  execute function refuse_rewrite();

-- Who was told when.
create table incident_told (
  incident bigint      not null references incident (number),
  office   text        not null,
  told_by  text        not null,
  at       timestamptz not null,
  primary key (incident, office)
);

-- The hours at which the clock alarmed.
create table incident_step (
  incident bigint      not null references incident (number),
  hours    int         not null,
  at       timestamptz not null,
  primary key (incident, hours)
);

do $$
declare t text;
begin
  foreach t in array array['incident', 'incident_told', 'incident_step'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', t || '_is_not_deleted', t);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', t || '_is_not_truncated', t);
  end loop;
end $$;
create trigger incident_told_is_permanent before update on incident_told for each row execute function refuse_change();
create trigger incident_step_is_permanent before update on incident_step for each row execute function refuse_change();

grant select, insert (cause, opened_at, opened_by, subject), update (closed_at, closed_by, closing_proposed_at, closing_proposed_by) on incident
  to countersign_app;
grant select, insert (at, incident, office, told_by) on incident_told to countersign_app;
grant insert (at, hours, incident) on incident_step to countersign_app;
