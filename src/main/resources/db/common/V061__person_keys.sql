-- The number under which another system knows a person. Somebody who was merged keeps the numbers of both.
create table person_key (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    external_key varchar(100) not null,
    person_id uuid not null references person (id) on delete cascade,
    row_digest varchar(64) not null,
    unique (company_id, external_key)
);

create index person_key_by_person on person_key (person_id);

-- What the columns of a list with this header hold, as chosen the last time.
create table import_mapping (
    company_id varchar(36) not null references company (id),
    header varchar(64) not null,
    mapping varchar(4000) not null,
    primary key (company_id, header)
);
