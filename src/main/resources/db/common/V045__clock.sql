-- The last time that the program has seen, to notice a clock that jumped; one row.
-- distrusted_at: when the system clock ceased to be trusted, on the scale of seen_at.
create table clock_state (
    id integer primary key check (id = 1),
    seen_at timestamp with time zone not null,
    boot_id varchar(64) not null,
    uptime_millis bigint not null,
    distrusted_at timestamp with time zone
);

-- The last entry of the audit log is the last time that earlier versions have seen.
insert into clock_state (id, seen_at, boot_id, uptime_millis, distrusted_at)
select 1, newest.last_at, '', 0, null from (select max(happened_at) as last_at from audit_entry) newest
where newest.last_at is not null;
