-- Tells the later of two decisions of one moment; all about one letter are in one partition.
alter table dead_letter_decision add column decided_offset bigint not null default -1;
