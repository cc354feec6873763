package io.vestibule.rules.ui;

import io.vestibule.rules.CompanyRules;
import io.vestibule.rules.DriftReport;
import io.vestibule.rules.VmsSnapshot;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tells what a poll of the VMS found or changed without an operator: rules that need attention or were updated, of
/// the company that the console is set to and of the others. FX thread.
final class RuleNotices {

    private final RulesModel rules;
    private final RulesPort port;
    private final Strings strings;
    private final ReadOnlyIntegerWrapper attention = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<CompanyRules>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, Integer> before = new HashMap<>();
    private int own;
    private boolean ownKnown;
    private boolean othersKnown;
    private boolean closed;

    RuleNotices(RulesModel rules) {
        this.rules = rules;
        this.port = rules.port();
        this.strings = rules.strings();
    }

    /// Shows no further notice.
    void close() {
        closed = true;
    }

    /// How many rules need attention, of all companies.
    ReadOnlyIntegerProperty attention() {
        return attention.getReadOnlyProperty();
    }

    /// The companies that the console is not set to and whose rules need attention or could not be compared.
    ReadOnlyObjectProperty<List<CompanyRules>> others() {
        return others.getReadOnlyProperty();
    }

    /// One sentence about the rules of another company.
    String sentence(CompanyRules company) {
        return company.failed()
                ? strings.text("rules.company-failed", company.name())
                : strings.text("rules.company-attention", company.name(), company.attention());
    }

    /// @param company the name of the company of the report; empty if it is the only one
    void show(DriftReport report, Optional<String> company) {
        int last = own;
        own = report.attentionCount();
        if (report.autoUpdated() > 0) {
            tellUpdated(company, report.autoUpdated());
        } else if (ownKnown && own > last) {
            tell(Banner.Tone.LOOK, of(company, strings.text("rules.drifted", own)));
        }
        ownKnown = true;
        count();
    }

    /// Compares the rules of the other companies, after those of the own one were compared and are shown.
    ///
    /// @param done called in any case
    void pollOthers(VmsSnapshot seen, Runnable done) {
        rules.work()
                .runUnlisted(
                        () -> rules.parts().related().otherCompanies().reconcile(seen),
                        companies -> {
                            if (!closed) {
                                show(companies);
                            }
                            done.run();
                        },
                        problem -> {
                            rules.failed(problem);
                            done.run();
                        });
    }

    private void show(List<CompanyRules> now) {
        for (CompanyRules company : now) {
            int last = Optional.ofNullable(before.put(company.name(), company.attention()))
                    .orElse(0);
            if (company.autoUpdated() > 0) {
                tellUpdated(Optional.of(company.name()), company.autoUpdated());
            } else if (othersKnown && company.attention() > last) {
                tell(Banner.Tone.LOOK, sentence(company));
            }
        }
        othersKnown = true;
        others.set(now.stream()
                .filter(company -> company.attention() > 0 || company.failed())
                .toList());
        count();
    }

    private void count() {
        attention.set(
                own + others.get().stream().mapToInt(CompanyRules::attention).sum());
    }

    private void tellUpdated(Optional<String> company, int rulesUpdated) {
        tell(Banner.Tone.INFO, of(company, strings.text("rules.kept-up", rulesUpdated)));
    }

    private void tell(Banner.Tone tone, String text) {
        port.showNotice(new Banner(tone, text, Optional.empty(), Optional.empty()));
    }

    private String of(Optional<String> company, String text) {
        return company.map(name -> strings.text("rules.of-company", name, text)).orElse(text);
    }
}
