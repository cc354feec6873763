package io.vestibule.people.ui;

import io.vestibule.people.Person;
import io.vestibule.people.Standing;
import java.util.Optional;
import javafx.scene.image.Image;

/// One line of the list.
///
/// @param face decoded at the size of the row
/// @param about kind and sites, in words
public record PersonRow(Person person, Optional<Image> face, String about, Standing standing) {}
