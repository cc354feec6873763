-- Values that begin with `sealed` in the comment of their column are encrypted, bound to their table and row: 29 bytes more.
alter table user_vector alter column vector set data type varbinary(2100);
comment on column user_vector.vector is 'sealed';
alter table face_vector alter column vector set data type varbinary(2100);
comment on column face_vector.vector is 'sealed';
