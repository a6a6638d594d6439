-- What the rules over a file as a whole compare. Keyed hashes as in V4; a file judged before this migration has none and is not compared.
alter table request
  add column address_key bytea,                         -- as Publication 28 writes it, the unit included
  add column address_key_last_year bytea,
  add column family_key bytea,                          -- the surname at that address
  add column family_key_last_year bytea,
  add column reason_key bytea,                          -- without digits and case number; compared within the file only
  add column cured boolean not null default false;      -- says what changed since a refused file
create index request_address on request (address_key);

-- Who stood in a file that stage 3 refused: nothing else of it is kept.
create table refused_subject (
  file_id               text  not null references file (id),
  subject_key           bytea not null,
  subject_key_last_year bytea
);
create index refused_subject_key on refused_subject (subject_key);
create index refused_subject_file on refused_subject (file_id);
grant select, insert on refused_subject to countersign_app;

-- Which open groups name an officer.
create index request_group_officers on request_group using gin (officers);

-- Which rules were in force for a file, by their ids; null: rules did not judge it.
alter table file add column rules_applied text[];
update file set rules_applied = array['R2', 'R3', 'R6', 'R7', 'R8', 'R12', 'R14', 'R16', 'R17', 'R22', 'R23-R25, R27', 'R26', 'R29', 'R30', 'R31', 'R32',
    'R34', 'R35', 'R36', 'R37', 'R38', 'R39', 'R40', 'R42', 'R44']
  where header_sealed is not null;

-- A key is looked up one at a time and is nearly unique; a file that names one subject a hundred thousand times must not be what the planner expects of the next.
alter table request         alter column case_key    set (n_distinct = -1);
alter table request         alter column subject_key set (n_distinct = -1);
alter table request         alter column address_key set (n_distinct = -1);
alter table refused_subject alter column subject_key set (n_distinct = -1);
alter table refused_subject alter column file_id     set statistics 0;
