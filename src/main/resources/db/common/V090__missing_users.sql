-- Since when the service has answered that it does not have the user, or that none of the recorded faces is theirs. Null while
-- its last answer fits.
alter table collection_user add column missing_since timestamp with time zone;
