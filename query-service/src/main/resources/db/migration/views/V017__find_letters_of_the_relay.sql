-- Whoever awaits an event of one client asks whether the relay has given one up.
create index dead_letter_relay_ix on dead_letter (record_key) where consumer = 'relay';
