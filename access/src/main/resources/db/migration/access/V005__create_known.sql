-- What services that only recognise people and programs may read: no password, and nothing of whoever is shut out. When
-- something ends is for the reader's clock to say.
create view known_token as
    select t.token_hash, a.account_id, t.role, a.account_manager_id, t.ends_at
    from token t
    join account a using (account_id)
    where t.revoked_at is null and a.disabled_at is null and t.role = any (a.roles);

create view known_session as
    select s.session_hash, a.account_id, a.roles, a.account_manager_id, s.ends_at
    from session s
    join account a using (account_id)
    where a.disabled_at is null;
