-- Pictures that programs upload through the S3 interface of the embedded engine.
create table object_bucket (
    number bigint generated always as identity primary key,
    name varchar(63) not null unique,
    created_at bigint not null
);

create table stored_object (
    id uuid primary key,
    bucket bigint not null references object_bucket,
    object_key varchar(1024) not null,
    bytes binary large object not null,
    size int not null,
    etag varchar(32) not null,
    content_type varchar(255) not null,
    metadata varchar(8192) not null,
    modified_at bigint not null,
    constraint stored_object_key unique (bucket, object_key)
);
comment on column stored_object.bytes is 'sealed';
