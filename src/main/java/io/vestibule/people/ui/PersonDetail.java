package io.vestibule.people.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/// All that is shown of the person who is selected.
public record PersonDetail(PersonRow row, Optional<Image> face, List<Fact> facts, List<PersonPhoto> photos) {

    public PersonDetail {
        facts = List.copyOf(facts);
        photos = List.copyOf(photos);
    }

    /// @param exact for the tooltip; empty where the value says it all
    public record Fact(String label, String value, String exact) {}
}
