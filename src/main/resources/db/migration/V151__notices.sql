-- What people outside the gateway are told: a kind and an id for each channel. A row is there as long as its condition holds.
create table notice (
  channel text        not null check (channel in ('topic', 'queue', 'mail', 'webhook')),
  kind    text        not null check (kind in ('CASE_WAITS', 'FILE_HELD', 'FILE_MISSING', 'KEY_EXPIRING', 'STOP_SET', 'WORK_PARKED')),
  subject text        not null check (subject ~ '^[A-Za-z0-9._/-]{1,200}$'), -- an id; nothing else fits
  made_at timestamptz not null default clock_timestamp(),
  told_at timestamptz,                                                     -- null: its channel has not taken it
  primary key (channel, kind, subject)
);
grant select, insert (channel, kind, subject), update (told_at), delete on notice to countersign_app;
