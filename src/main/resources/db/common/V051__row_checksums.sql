-- A keyed checksum of all other columns of the row, written and compared by the program.
alter table person add column row_mac varbinary(16);
alter table legal_basis add column row_mac varbinary(16);
alter table photo add column row_mac varbinary(16);
alter table step add column row_mac varbinary(16);
alter table audit_entry add column row_mac varbinary(16);

-- Values that begin with `sealed` in the comment of their column are encrypted, bound to their table and row: 29 bytes more.
alter table thumbnail alter column bytes set data type varbinary(200100);
comment on column thumbnail.bytes is 'sealed';
comment on column photo_outbox.bytes is 'sealed';
alter table photo_vector alter column vector set data type varbinary(2100);
comment on column photo_vector.vector is 'sealed';

-- Whether the chain of the audit log has entries with a key.
alter table audit_head add column keyed boolean default false not null;
