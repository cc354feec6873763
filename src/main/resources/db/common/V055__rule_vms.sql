-- The VMS to which the number of a rule, its cameras and its unanswered creation belong. Null if an older version wrote
-- the row: then the rule is on no known VMS until one is found to have it.
alter table known_people_rule add column vms varchar(1200);

-- Creations without an answer after which the rule was sent once more. The VMS may still store them.
create table rule_attempt (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    rule_id uuid not null,
    vms varchar(1200) not null,
    existing text not null,
    body text not null,
    draft text not null,
    day_override varchar(40),
    written_at timestamp with time zone not null
);

create index rule_attempt_by_company on rule_attempt (company_id);

-- The VMS whose rules still name the person; null while the step is to find that out.
alter table rule_follow add column vms varchar(1200);
