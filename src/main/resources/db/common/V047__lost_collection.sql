-- Since when the service has answered that it does not know the collection, or that it is empty although people of this
-- database were in it. Null while its last answer fits.
alter table collection_ref add column lost_since timestamp with time zone;
