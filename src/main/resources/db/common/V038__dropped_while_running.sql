-- Set when a job is dropped while one of its steps runs: the rest is dropped as soon as that step ends.
alter table job add column drop_requested boolean default false not null;
