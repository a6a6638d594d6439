-- The relay reads only rows that wait for a message queue, however many drafts wait for people.
drop index work_due;
create index work_relay on work (due_at)
  where state = 'WAITING' and sent_at is null and stage in ('judge', 'acknowledge', 'lookup', 'release', 'seal', 'deliver');
-- A group's progress is a few probes, however many requests it has.
create index request_status_group_state on request_status (group_id, state);
drop index request_status_group;
-- The sweep reads only what was sent, and pages and timers only what is parked.
create index work_sent on work (sent_at) where sent_at is not null;
create index work_parked on work (stage, created_at) where state = 'PARKED';
