package io.vestibule.enrol.ui;

import javafx.beans.value.ObservableBooleanValue;

/// The shipped sample people, to try the program with.
///
/// @param offered nobody is enrolled yet
/// @param present sample people are enrolled
public record SamplesOffer(
        ObservableBooleanValue offered, Runnable enrol, ObservableBooleanValue present, Runnable remove) {}
