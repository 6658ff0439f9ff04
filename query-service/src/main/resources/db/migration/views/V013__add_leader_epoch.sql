-- Which leader took the record before next_offset; null where none was read since, or the broker doesn't tell.
alter table projection_offset add column leader_epoch integer;
