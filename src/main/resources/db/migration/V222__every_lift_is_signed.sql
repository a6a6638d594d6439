-- A lift counts only with the signatures of two people in the ledger's events. A stop that an earlier version lifted without them stands again, and
-- two people lift it anew. No table lists exceptions, because the owner of the tables could write it.
drop table unsigned_lift;
drop table unsigned_take;

alter table stop_lift disable trigger user;
delete from stop_lift where not exists (
  select from event where verb = 'lift' and subject = 'stop/' || stop_lift.stop and position('"signature":'::bytea in bytes) > 0);
alter table stop_lift enable trigger user;
