-- The entries that a merge assigned to another person, by change: an entry can be part of several merges, which are
-- undone one after another.
create table moved_basis (
    change_id uuid not null references person_change (id) on delete cascade,
    basis_id uuid not null references legal_basis (id) on delete cascade,
    primary key (change_id, basis_id)
);

insert into moved_basis (change_id, basis_id)
select c.id, b.id from person_change c join legal_basis b on b.merged_from = c.person_id where c.deed = 'MERGE';

alter table legal_basis drop column merged_from;
