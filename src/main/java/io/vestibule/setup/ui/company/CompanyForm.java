package io.vestibule.setup.ui.company;

import io.vestibule.base.CompanyId;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The typed values of a new company, and their validation.
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

    /// Names, separated by commas.
    public StringProperty sites() {
        return sites;
    }

    public Validator<String> nameCheck() {
        return nameCheck(strings);
    }

    public static Validator<String> nameCheck(Strings strings) {
        return Validator.notBlank(strings.text("setup.first-run.name-missing"))
                .and(Validator.maxLength(LONGEST_NAME, strings.text("setup.first-run.name-long", LONGEST_NAME)));
    }

    public Validator<String> idCheck() {
        return Validator.that(
                typed -> typed.isBlank() || id(typed).isPresent(), strings.text("setup.first-run.id-wrong"));
    }

    public Validator<String> sitesCheck() {
        return Validator.<String>that(typed -> !names(typed).isEmpty(), strings.text("setup.first-run.site-missing"))
                .and(Validator.that(
                        typed -> names(typed).stream().allMatch(each -> each.length() <= LONGEST_NAME),
                        strings.text("setup.first-run.name-long", LONGEST_NAME)))
                .and(Validator.that(CompanyForm::allDiffer, strings.text("setup.first-run.site-twice")));
    }

    public boolean isValid() {
        return nameCheck().validate(name.get()).isEmpty()
                && idCheck().validate(id.get()).isEmpty()
                && sitesCheck().validate(sites.get()).isEmpty();
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
