package io.vestibule.enrol.ui;

import io.vestibule.base.PersonId;
import io.vestibule.ui.control.State;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;

/// A person who was just saved, and the current status of the enrolment.
public final class RecentEnrolment {

    private final PersonId person;
    private final String name;
    private final Optional<Image> picture;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.RUNNING);
    private final StringProperty words = new SimpleStringProperty("");

    RecentEnrolment(PersonId person, String name, Optional<Image> picture) {
        this.person = person;
        this.name = name;
        this.picture = picture;
    }

    public PersonId person() {
        return person;
    }

    public String name() {
        return name;
    }

    public Optional<Image> picture() {
        return picture;
    }

    public ObjectProperty<State> state() {
        return state;
    }

    public StringProperty words() {
        return words;
    }
}
