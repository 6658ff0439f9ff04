-- One letter that was posted twice is one row; the same record given up for another reason, or again, is another letter.
-- A digest, because texts from a topic may be longer than an index takes.
alter table dead_letter drop constraint dead_letter_origin_uk;

create unique index dead_letter_same_uk
    on dead_letter (md5(consumer || ' ' || origin || ' ' || reason), retry_of);
