package io.vestibule.rules.ui;

import io.vestibule.people.People;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.Rules;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.rehearse.FrameSource;
import io.vestibule.rules.rehearse.RehearseFlow;
import java.util.List;

/// The flows behind the screen. Made in the background, because they open the database.
public record RulesParts(
        Rules rules,
        RuleFlow flow,
        SendFlow send,
        DriftFlow drift,
        RehearseFlow rehearse,
        People people,
        List<FrameSource> frames) {

    public RulesParts {
        frames = List.copyOf(frames);
    }
}
