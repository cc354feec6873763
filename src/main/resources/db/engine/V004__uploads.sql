-- Uploads in several parts, until they are completed or abandoned.
create table object_upload (
    id uuid primary key,
    bucket bigint not null references object_bucket on delete cascade,
    object_key varchar(1024) not null,
    content_type varchar(255) not null,
    metadata varchar(8192) not null,
    started_at bigint not null
);
create index object_upload_started on object_upload (started_at);

create table object_part (
    id uuid primary key,
    upload uuid not null references object_upload on delete cascade,
    part_number int not null,
    bytes binary large object not null,
    size int not null,
    etag varchar(32) not null,
    modified_at bigint not null,
    constraint object_part_number unique (upload, part_number)
);
comment on column object_part.bytes is 'sealed';

-- The tag of an object of several parts ends with their number.
alter table stored_object alter column etag set data type varchar(40);
