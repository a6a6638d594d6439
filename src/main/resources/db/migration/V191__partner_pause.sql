-- Partners that an operator has paused: nothing is fetched from them or uploaded to them. The reason is in remark.
create table partner_pause (
  partner text        primary key,
  since   timestamptz not null,
  account text        not null                       -- who paused it
);
grant select, insert (account, partner, since), delete on partner_pause to countersign_app;
