-- A stop ends when the ledger has the signatures of the two people who lifted it. The events listed here are older than those signatures and
-- count without them. Only this migration inserts rows.
create table unsigned_lift (
  event_id bigint primary key references event (id)
);
insert into unsigned_lift select id from event where verb = 'lift' and subject like 'stop/%';
create trigger unsigned_lift_is_permanent before insert or update or delete on unsigned_lift for each row execute function refuse_change();
create trigger unsigned_lift_is_not_truncated before truncate on unsigned_lift for each statement execute function refuse_change();
revoke all on unsigned_lift from countersign_app;
grant select on unsigned_lift to countersign_app;

drop index event_stop;
create index event_stop on event (subject, id) where verb in ('stop', 'propose', 'lift') and subject like 'stop/%';
