-- Signed documents have a serial. A start refuses a document that is older than a version that was in force.
alter table adoption add column serial integer check (serial > 0); -- null: before documents had serials, or nothing is in force
grant insert (serial) on adoption to countersign_app;
