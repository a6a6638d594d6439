-- The planner must not guess from yesterday's files how many rows today's has: a file that came after the last ANALYZE is
-- not among the common values, so it counts as one row, and a join over its two tables then compares each with each.
-- Without statistics for these columns a file counts as one two-hundredth of the table, and the indexes are used.
alter table request        alter column file_id     set statistics 0;
alter table request_status alter column file_id     set statistics 0;
alter table request_status alter column group_id    set statistics 0;
alter table slice          alter column file_id     set statistics 0;
alter table request_group  alter column file_id     set statistics 0;
alter table file_chunk     alter column file_id     set statistics 0;
alter table response_item  alter column response_id set statistics 0;
