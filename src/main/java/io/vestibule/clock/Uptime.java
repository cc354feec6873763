package io.vestibule.clock;

import java.time.Duration;

/// Time that has really passed, whatever the system clock was set to.
public interface Uptime {

    /// As [System#nanoTime]: only differences are meaningful, and it may stand still while the computer sleeps.
    long nanoTime();

    /// Time since the computer was started, with the time asleep where the system counts it. Only differences are
    /// meaningful if [#bootId] is empty.
    Duration sinceBoot();

    /// Identifies this start of the computer; empty if the system does not tell.
    String bootId();
}
