-- A release and an upload ask the ledger whether a stop or a denial exists whose row is missing. Both kinds of event are few.
create index event_stop on event (subject, id) where verb in ('stop', 'lift') and subject like 'stop/%';
create index event_decline on event (subject) where verb = 'decline';
