package io.vestibule.enrol.ui;

import javafx.beans.value.ObservableBooleanValue;

/// The offer to try the program with the sample people that ship with it.
///
/// @param offered whether nobody is enrolled yet
/// @param present whether sample people are enrolled
public record SamplesOffer(
        ObservableBooleanValue offered, Runnable enrol, ObservableBooleanValue present, Runnable remove) {}
