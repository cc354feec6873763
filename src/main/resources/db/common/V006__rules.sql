create table known_people_rule (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    draft text not null,
    sent_rule text,
    sent_draft text,
    sent_at timestamp with time zone,
    attempt_before text,
    attempt_body text,
    attempt_draft text,
    changed_at timestamp with time zone not null,
    deleted_at timestamp with time zone
);

create index known_people_rule_by_company on known_people_rule (company_id);
