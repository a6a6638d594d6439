-- A person who takes a held file or request signs the event. The events listed here are older than that rule. Only this migration inserts rows.
create table unsigned_take (
  event_id bigint primary key references event (id)
);
insert into unsigned_take
  select id from event where verb = 'take' and subject !~ '/[0-9]+$' and position('"signature":'::bytea in bytes) = 0;
create trigger unsigned_take_is_permanent before insert or update or delete on unsigned_take for each row execute function refuse_change();
create trigger unsigned_take_is_not_truncated before truncate on unsigned_take for each statement execute function refuse_change();
revoke all on unsigned_take from countersign_app;
grant select on unsigned_take to countersign_app;
