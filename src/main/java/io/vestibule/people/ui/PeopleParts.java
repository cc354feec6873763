package io.vestibule.people.ui;

import io.vestibule.people.EnrolmentStatusProvider;
import io.vestibule.people.PeopleStores;
import io.vestibule.people.PhotoSearch;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonRuleReferences;
import io.vestibule.people.change.Repairs;

/// The stores and ports behind the screen. All of them block: do not call them on the FX thread.
public record PeopleParts(
        PeopleStores people,
        EnrolmentStatusProvider statuses,
        PersonCommands commands,
        Repairs repairs,
        PersonRuleReferences ruleReferences,
        PhotoSearch photoSearch) {}
