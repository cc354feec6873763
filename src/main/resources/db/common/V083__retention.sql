-- While a hold is in force, nothing of the person is erased. It goes with the person.
create table legal_hold (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    reason varchar(500) not null,
    until_at timestamp with time zone not null,
    placed_at timestamp with time zone not null,
    placed_by uuid not null,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    row_mac varbinary(16)
);

create index legal_hold_by_person on legal_hold (person_id);

-- Why somebody stays longer: id of the change, so that its undo deletes the note.
create table retention_note (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    reason varchar(500) not null,
    made_at timestamp with time zone not null,
    operator_id uuid not null,
    row_mac varbinary(16)
);

create index retention_note_by_person on retention_note (person_id);

-- What was due, when the program noticed it, and what became of it. Ids only: it stays when the person is gone.
create table retention_due (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    subject_id uuid not null,
    kind varchar(16) not null,
    due_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    settled_at timestamp with time zone,
    outcome varchar(8),
    row_mac varbinary(16),
    unique (subject_id, kind, due_at)
);

create index retention_due_by_time on retention_due (company_id, due_at);
create index retention_due_open on retention_due (company_id, outcome);
