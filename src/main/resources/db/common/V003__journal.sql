create table step (
    id uuid primary key,
    job_id uuid not null,
    place integer not null,
    kind varchar(40) not null,
    subject varchar(64) not null,
    state varchar(20) not null,
    due_at timestamp with time zone not null,
    leased_until timestamp with time zone,
    attempts integer not null,
    token uuid not null,
    problem_code varchar(100),
    problem_args varchar(1000),
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);

create index step_by_job on step (job_id, place);
create index step_by_due on step (state, due_at);
create index step_by_subject on step (subject);

create table billed_call (
    id uuid primary key,
    operation varchar(60) not null,
    called_at timestamp with time zone not null,
    billed boolean not null,
    succeeded boolean not null
);

create index billed_call_by_time on billed_call (called_at);
