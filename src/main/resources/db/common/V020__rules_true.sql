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

-- What a date had made of the week that was sent, for example 2026-12-25/SILENCED.
alter table known_people_rule add column sent_override varchar(40);
alter table known_people_rule add column attempt_override varchar(40);

-- Dates on which rules are silenced or widened. Rules: their ids, or null for all.
create table rule_holiday (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    name varchar(100) not null,
    first_day date not null,
    last_day date not null,
    effect varchar(20) not null,
    rules text
);

create index rule_holiday_by_company on rule_holiday (company_id, first_day);
