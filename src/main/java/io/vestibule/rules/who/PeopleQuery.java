package io.vestibule.rules.who;

import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import java.util.Optional;

/// A group of people such as "everyone of that kind at that site". Stored as a query that is evaluated again each
/// time.
///
/// @param kind empty for every kind
/// @param site empty for every site
public record PeopleQuery(Optional<PersonKind> kind, Optional<SiteId> site) {}
