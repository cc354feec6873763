package io.vestibule.rules.who;

import io.vestibule.base.SiteId;
import io.vestibule.people.PersonKind;
import java.util.Optional;

/// "Everyone of that kind at that site". Kept as a question: who that is, is found anew each time.
///
/// @param kind empty for every kind
/// @param site empty for every site
public record PeopleQuery(Optional<PersonKind> kind, Optional<SiteId> site) {}
