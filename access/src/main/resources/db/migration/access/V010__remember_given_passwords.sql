-- The password that somebody else gave an account: whoever has changed it can't go back to it.
alter table account add column given_password_hash text;
update account set given_password_hash = password_hash where password_changed_at is null;
