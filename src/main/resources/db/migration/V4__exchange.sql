-- Files, requests, drafts, approvals, responses. Every column named sealed_* or *_sealed is ciphertext bound to table, row and column.

create table file (
  id             text primary key,                 -- the file id, or UNNAMED_yyyymmdd_hex16
  partner        text        not null,
  agency         text        not null,
  environment    char(1)     not null,
  sequence       bigint,                           -- null for an unnamed file
  name           text        not null,             -- as it lay in inbox/
  size_bytes     bigint      not null,
  sealed_sha256  bytea       not null,             -- of the file as received
  received_at    timestamptz not null,
  state          text        not null,
  version        int         not null default 0,
  file_codes     text[]      not null default '{}',
  file_details   jsonb       not null default '[]',
  agreement      text,
  requester      text,                             -- register id
  rule_set       text,                             -- version and hash of the rules that judged it
  requests       int         not null default 0,
  refused        int         not null default 0,
  header_sealed  bytea,
  judged_at      timestamptz,
  acknowledged_at timestamptz,                     -- when the first acknowledgement lay in outbox/
  moved_at       timestamptz,                      -- when the partner's file had left inbox/
  answered_at    timestamptz
);
create unique index file_sequence on file (agency, environment, sequence) where sequence is not null;
create index file_content on file (agency, sealed_sha256);
create index file_state on file (state);

-- The sealed bytes as received, encrypted once more, in chunks of 1 MiB.
create table file_chunk (
  file_id      text  not null references file (id),
  number       int   not null,                     -- from 0
  chunk_sealed bytea not null,
  primary key (file_id, number)
);

-- One row a request, written once by COPY, never updated.
create table request (
  file_id      text   not null references file (id),
  number       int    not null,                    -- position in the file, from 1
  request_id   text   not null,
  codes        text[] not null default '{}',       -- what the rules said while it streamed past
  officers     text[] not null default '{}',       -- officer ids, sorted, each once
  case_key     bytea,                              -- keyed hashes of comparing forms, this year's key
  case_key_last_year bytea,                        -- the same under last year's key, to compare with last year's rows
  subject_key  bytea,
  subject_key_last_year bytea,
  body_sealed  bytea  not null,                    -- canonical JSON of the request, file key
  primary key (file_id, number),
  unique (file_id, request_id)
);
create index request_case on request (case_key);
create index request_subject on request (subject_key);

-- The requests of a file that share their officers and were taken together; its clock starts with the acknowledgement that says so.
create table request_group (
  id         text primary key,                     -- fileId/g1, fileId/g2 ...
  file_id    text        not null references file (id),
  officers   text[]      not null,
  requests   int         not null,
  started_at timestamptz,                          -- null until the acknowledgement is delivered
  answer_by  timestamptz,
  finished   boolean     not null default false    -- its deadline response has been released
);

create table slice (
  id      text primary key,                        -- fileId/1, fileId/2 ...
  file_id text not null references file (id),
  number  int  not null,
  state   text not null,                           -- TAKEN, DRAFTED
  version int  not null default 0
);

-- Where each request stands: narrow, updated often.
create table request_status (
  id         text primary key,                     -- fileId/requestId
  file_id    text   not null,
  number     int    not null,
  request_id text   not null,
  state      text   not null,
  version    int    not null default 0,
  codes      text[] not null default '{}',         -- every code that came before the look-up, sorted, each once
  slice      int,                                  -- null while refused or held
  group_id   text references request_group (id),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (file_id, number) references request (file_id, number),
  unique (file_id, number)
);
create index request_status_state on request_status (state);
create index request_status_slice on request_status (file_id, slice);
create index request_status_group on request_status (group_id);

-- What would leave: the canonical bytes of the response item, and the evidence beside it that never travels.
create table draft (
  id              text primary key references request_status (id),
  sha256          bytea       not null,            -- of the item's canonical bytes
  item_sealed     bytea       not null,            -- draft key
  evidence_sealed bytea       not null,            -- draft key
  drafted_at      timestamptz not null
);

-- After a look-up without disclosure: why, for people who may see evidence only.
create table no_match (
  id           text primary key references request_status (id),
  inner_sealed bytea       not null,               -- inner code and evidence, draft key
  matched_at   timestamptz not null
);

create table approval (
  number        bigint generated always as identity primary key,
  id            text        not null references request_status (id),
  step          text        not null check (step in ('ENDORSE', 'COUNTERSIGN', 'DECLINE')),
  account       text        not null,
  draft_sha256  bytea       not null,
  reason_sealed bytea       not null,              -- draft key; people write names into reasons
  identifies_informant  boolean,
  impairs_investigation boolean,
  at            timestamptz not null,
  lapses_at     timestamptz,                       -- null for DECLINE
  void          boolean     not null default false -- lapsed, or its draft changed
);
create unique index approval_step on approval (id, step) where not void;

create table response (
  id           text primary key,                   -- fileId.rsp.XXXXXXXX
  file_id      text        not null references file (id),
  group_id     text        not null references request_group (id),
  partner      text        not null,
  officers     text[]      not null,
  final        boolean     not null,               -- the deadline's response
  state        text        not null,
  version      int         not null default 0,
  released_at  timestamptz not null,
  release_event bigint     not null,
  checkpoint_size bigint,                          -- named in its header
  review_by    date        not null,
  sealed_at    timestamptz,
  sealed_bytes bytea,                              -- OpenPGP to the officers' keys; what every upload sends
  sealed_sha256 bytea,
  upload_until timestamptz,
  delivered_at timestamptz,
  delivered_event bigint
);
-- A request is in one response at most: answered exactly once, by the database's word.
create table response_item (
  request      text  primary key references request_status (id),
  response_id  text  not null references response (id),
  ordinal      int   not null,
  outcome      text  not null check (outcome in ('DISCLOSED', 'NOT_DISCLOSED')),
  item_sha256  bytea not null,
  item_sealed  bytea not null,                     -- the canonical bytes, draft key
  unique (response_id, ordinal)
);

create table acknowledgement (
  id           text primary key,                   -- fileId.ack.001
  file_id      text        not null references file (id),
  number       int         not null,
  partner      text        not null,
  state        text        not null,
  version      int         not null default 0,
  takes        boolean     not null,               -- requests were newly taken by it
  answered_at  timestamptz not null,
  sealed_bytes bytea,
  sealed_sha256 bytea,
  upload_until timestamptz,
  delivered_at timestamptz,
  unique (file_id, number)
);

-- 6103(p)(3)(A): who asked, who was told, when and why. Permanent. Insert only.
create table accounting_entry (
  number      bigint generated always as identity primary key,
  kind        text        not null check (kind in ('FILE', 'REQUEST', 'DISPOSITION')),
  file_id     text        not null,
  request_id  text,                                -- null for a whole file
  response_id text,                                -- for a DISPOSITION
  agency      text        not null,
  at          timestamptz not null,
  entry_sealed bytea      not null,                -- accounting key of agency and year
  digest      bytea       not null                 -- SHA-256 of the entry with 32 random bytes inside
);
create index accounting_file on accounting_entry (file_id, request_id);

-- A stop takes away, never gives: release and dispatch test it under the stops' lock.
create table stop (
  number     bigint generated always as identity primary key,
  scope      text        not null check (scope in ('ALL', 'AGREEMENT', 'AGENCY', 'FILE', 'OFFICER')),
  value      text        not null,                 -- '*' for ALL
  reason     text        not null,
  set_by     text        not null,
  set_at     timestamptz not null,
  in_force_at timestamptz,                         -- null until no upload in its scope is under way
  lifted_by  text,
  lifted_at  timestamptz,
  lift_reason text
);

-- A configuration document that was found to carry two good signatures.
create table adopted (
  document text        not null,
  sha256   bytea       not null,
  at       timestamptz not null,
  primary key (document, sha256)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger accounting_entry_is_permanent before update or delete on accounting_entry for each row execute function refuse_change();
create trigger accounting_entry_is_not_truncated before truncate on accounting_entry for each statement execute function refuse_change();
create trigger response_item_is_permanent before update or delete on response_item for each row execute function refuse_change();

grant select, insert, update, delete on file, file_chunk, request_group, slice, request_status, draft, no_match, approval, response,
  acknowledgement, stop to countersign_app;
grant select, insert on request, response_item, accounting_entry, adopted to countersign_app;
grant delete on file_chunk to countersign_app;
