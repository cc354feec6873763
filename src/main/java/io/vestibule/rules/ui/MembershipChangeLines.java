package io.vestibule.rules.ui;

import io.vestibule.people.Person;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who joined the groups of a rule and who left, by name: the first few as lines, more in the tooltip.
final class MembershipChangeLines extends VBox {

    private static final int NAMED = 6;
    private static final int IN_TOOLTIP = 40;

    private final Strings strings;

    MembershipChangeLines(Strings strings, MembershipChange membershipChange) {
        super(4);
        this.strings = strings;
        List<String> joined = names(membershipChange.joined());
        List<String> left = names(membershipChange.left());
        if (!joined.isEmpty()) {
            getChildren().add(line("mdi2p-plus", "rules.joined", joined));
        }
        if (membershipChange.deletedCount() > 0) {
            left.add(strings.text("rules.left-gone", membershipChange.deletedCount()));
        }
        if (!left.isEmpty()) {
            getChildren().add(line("mdi2m-minus", "rules.left", left));
        }
    }

    private HBox line(String icon, String key, List<String> names) {
        Label line = RuleCard.wrapped(strings.text(key, some(names, NAMED)), "quiet");
        if (names.size() > NAMED) {
            Tooltip tooltip = new Tooltip(some(names, IN_TOOLTIP));
            tooltip.setWrapText(true);
            tooltip.setPrefWidth(360);
            line.setTooltip(tooltip);
            line.setAccessibleHelp(tooltip.getText());
        }
        return new HBox(8, Icon.of(icon), line);
    }

    private String some(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(
                        ", ",
                        Stream.concat(
                                        names.stream().limit(most),
                                        Stream.of(strings.text("rules.more", names.size() - most)))
                                .toList());
    }

    private static List<String> names(List<Person> people) {
        return new ArrayList<>(people.stream().map(Person::name).toList());
    }
}
