package io.vestibule.people.ui;

import io.vestibule.people.People;
import io.vestibule.people.PersonStandings;
import io.vestibule.people.WhoIs;
import io.vestibule.people.change.PersonCommands;
import io.vestibule.people.change.PersonUse;
import io.vestibule.people.change.Repairs;

/// The stores and ports behind the screen. All of them block: not for the FX thread.
public record PeopleParts(
        People people,
        PersonStandings standings,
        PersonCommands commands,
        Repairs repairs,
        PersonUse use,
        WhoIs whoIs) {}
