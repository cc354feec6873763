create table job (
    id uuid primary key,
    state varchar(20) not null,
    due_at timestamp with time zone not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);

insert into job (id, state, due_at, created_at, changed_at)
select s.job_id,
    coalesce((select o.state from step o where o.job_id = s.job_id and o.state in ('WAITING', 'RUNNING', 'PARKED')
        order by o.place fetch first 1 row only), 'ENDED'),
    coalesce((select o.due_at from step o where o.job_id = s.job_id and o.state in ('WAITING', 'RUNNING', 'PARKED')
        order by o.place fetch first 1 row only), max(s.due_at)),
    min(s.created_at),
    max(s.changed_at)
from step s group by s.job_id;

create index job_by_due on job (state, due_at);
create index job_by_age on job (state, created_at desc, id desc);
create index job_by_change on job (state, changed_at desc, id desc);

drop index step_by_due;
create index step_by_problem on step (state, problem_code, job_id);

drop index billed_call_by_time;
create index billed_call_by_time on billed_call (called_at, operation, billed, succeeded);
