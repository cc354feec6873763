package io.vestibule.setup.ui.company;

import io.vestibule.base.CompanyId;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Check;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed about a new company, and what is wrong with it.
public final class CompanyForm {

    private static final int LONGEST_NAME = 200;

    private final Strings strings;
    private final String usualName;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty id = new SimpleStringProperty(this, "id", "");
    private final StringProperty sites = new SimpleStringProperty(this, "sites", "");

    public CompanyForm(Strings strings, String usualName) {
        this.strings = strings;
        this.usualName = usualName;
        reset();
    }

    public void reset() {
        name.set(usualName);
        id.set("");
        sites.set(strings.text("setup.first-run.site-usual"));
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty id() {
        return id;
    }

    /// Names, with commas between.
    public StringProperty sites() {
        return sites;
    }

    public Check<String> nameCheck() {
        return nameCheck(strings);
    }

    public static Check<String> nameCheck(Strings strings) {
        return Check.filled(strings.text("setup.first-run.name-missing"))
                .and(Check.atMost(LONGEST_NAME, strings.text("setup.first-run.name-long", LONGEST_NAME)));
    }

    public Check<String> idCheck() {
        return Check.that(typed -> typed.isBlank() || id(typed).isPresent(), strings.text("setup.first-run.id-wrong"));
    }

    public Check<String> sitesCheck() {
        return Check.<String>that(typed -> !names(typed).isEmpty(), strings.text("setup.first-run.site-missing"))
                .and(Check.that(
                        typed -> names(typed).stream().allMatch(each -> each.length() <= LONGEST_NAME),
                        strings.text("setup.first-run.name-long", LONGEST_NAME)))
                .and(Check.that(CompanyForm::allDiffer, strings.text("setup.first-run.site-twice")));
    }

    public boolean isRight() {
        return nameCheck().problem(name.get()).isEmpty()
                && idCheck().problem(id.get()).isEmpty()
                && sitesCheck().problem(sites.get()).isEmpty();
    }

    public CompanyFlow.NewCompany company() {
        return new CompanyFlow.NewCompany(name.get().strip(), id(id.get()), names(sites.get()));
    }

    private static boolean allDiffer(String typed) {
        List<String> names = names(typed);
        return names.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == names.size();
    }

    private static List<String> names(String typed) {
        return Stream.of(typed.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Optional<CompanyId> id(String typed) {
        try {
            return Optional.of(new CompanyId(typed.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
