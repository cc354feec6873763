-- The legal basis that a renewal added, and that its undo deletes.
alter table person_change add column basis_id uuid;
