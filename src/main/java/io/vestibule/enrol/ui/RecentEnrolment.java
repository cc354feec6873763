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
    private final StringProperty name;
    private final String deed;
    private final Optional<Image> picture;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.RUNNING);
    private final StringProperty words = new SimpleStringProperty("");

    /// @param deed what was done to somebody who was enrolled before; empty for somebody new
    RecentEnrolment(PersonId person, String name, Optional<Image> picture, String deed) {
        this.person = person;
        this.name = new SimpleStringProperty(name);
        this.deed = deed;
        this.picture = picture;
    }

    public PersonId person() {
        return person;
    }

    public String name() {
        return name.get();
    }

    /// The name as it is stored now.
    StringProperty nameProperty() {
        return name;
    }

    String deed() {
        return deed;
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
