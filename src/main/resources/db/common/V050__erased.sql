-- Ids of the people and photos that were erased, so that a restored backup brings none of them back. Ids only: nothing
-- here tells who they were.
create table erased (
    id uuid primary key,
    -- Empty while it is only known with whom a person was merged: the two are erased together.
    erased_at timestamp with time zone,
    merged_into uuid
);

create index erased_by_merge on erased (merged_into);
