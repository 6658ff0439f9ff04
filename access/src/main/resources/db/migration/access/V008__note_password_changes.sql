-- When the owner of a password last changed it; null while it is the one that the account was added with.
alter table account add column password_changed_at timestamptz;
