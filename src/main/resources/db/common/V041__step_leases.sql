-- Who performs a running step, and the number of its claim: a completion is written only by the claim that it belongs to.
alter table step add column owner uuid;
alter table step add column version bigint default 0 not null;
