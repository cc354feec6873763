-- Somebody whom rules name is going: what the rules are to name instead. Gone when all of them do.
create table rule_follow (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    gone varchar(128) not null,
    instead varchar(128),
    person_id uuid,
    after_job uuid,
    written_at timestamp with time zone not null
);
