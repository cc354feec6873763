-- An import: a list that was checked, and what became of each of its rows.
create table import_run (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    state varchar(20) not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    plan varbinary(60000) not null
);

comment on column import_run.plan is 'sealed';

create index import_run_by_age on import_run (company_id, created_at desc, id desc);

create table import_row (
    id uuid primary key,
    run_id uuid not null references import_run (id) on delete cascade,
    place integer not null,
    state varchar(20) not null,
    person_id uuid references person (id) on delete cascade,
    job_id uuid,
    content varbinary(200000) not null,
    unique (run_id, place)
);

comment on column import_row.content is 'sealed';

create index import_row_by_state on import_row (run_id, state, place);
create index import_row_by_job on import_row (job_id);
create index import_row_by_person on import_row (person_id);

-- The face of a checked photo: what a list shows, and what it is compared by. No photo is kept.
create table import_face (
    row_id uuid primary key references import_row (id) on delete cascade,
    thumbnail varbinary(200100) not null,
    vector varbinary(2100) not null
);

comment on column import_face.thumbnail is 'sealed';
comment on column import_face.vector is 'sealed';
