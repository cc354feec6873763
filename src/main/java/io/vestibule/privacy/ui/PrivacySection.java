package io.vestibule.privacy.ui;

import javafx.scene.Node;

/// A part of the Privacy screen besides the audit log and the erasures.
public interface PrivacySection {

    /// On the chip that opens it.
    String title();

    Node node();

    /// Receives the focus.
    Node first();

    /// The section is on the screen now, or F5 was pressed.
    void shown();

    void hidden();
}
