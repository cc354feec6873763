-- Until then the person is not removed although their retention period is over: somebody said so.
alter table person add column held_until timestamp with time zone;
