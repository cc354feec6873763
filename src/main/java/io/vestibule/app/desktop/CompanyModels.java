package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.CompanyId;
import io.vestibule.enrol.ui.EnrolModel;
import io.vestibule.enrol.ui.EnrolParts;
import io.vestibule.enrol.ui.RecentEnrolment;
import io.vestibule.journal.ui.ParkedJobsCounter;
import io.vestibule.people.ui.PeopleModel;
import io.vestibule.people.ui.PeopleParts;
import io.vestibule.rules.ui.RulesModel;
import io.vestibule.rules.ui.RulesParts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// The models of the screens that show what belongs to the company that the console is set to. For another company
/// there are others; the draft of the Enrol screen is kept for when the console is set to its company again,
/// in memory only. FX thread.
final class CompanyModels {

    private final Application application;
    private final ScreenContext screenContext;
    private final ScreenAdapter screenAdapter;
    private final Runnable enrolled;
    private final ParkedJobsCounter parkedJobs;
    private final ReadOnlyIntegerWrapper attentionCount = new ReadOnlyIntegerWrapper();
    private final Map<CompanyId, EnrolModel> otherDrafts = new HashMap<>();

    /// The company whose draft is shown; empty until it is read at the start. The flows read it on other threads.
    private AtomicReference<Optional<CompanyId>> draftOwner = new AtomicReference<>(Optional.empty());

    private RulesModel rules;
    private @Nullable EnrolModel enrolMade;
    private @Nullable PeopleModel peopleMade;

    /// @param enrolled called after somebody was enrolled
    CompanyModels(
            Application application, ScreenContext screenContext, ScreenAdapter screenAdapter, Runnable enrolled) {
        this.application = application;
        this.screenContext = screenContext;
        this.screenAdapter = screenAdapter;
        this.enrolled = enrolled;
        this.parkedJobs = new ParkedJobsCounter(application.storage().journal(), screenContext.work());
        this.rules = createRules();
    }

    /// Shows another company from now on.
    ///
    /// @return whether the console was set to a different one before
    boolean show(CompanyId next) {
        var before = draftOwner.get();
        if (before.isEmpty() || before.get().equals(next)) {
            draftOwner.set(Optional.of(next));
            return false;
        }
        draftOwner = new AtomicReference<>(Optional.of(next));
        if (enrolMade != null) {
            otherDrafts.put(before.get(), enrolMade);
        }
        enrolMade = otherDrafts.remove(next);
        peopleMade = null;
        rules.close();
        rules = createRules();
        rules.refresh();
        parkedJobs.refresh();
        return true;
    }

    /// Discards what the operator entered and found, in every company: another one is at the desk.
    void forget() {
        otherDrafts.clear();
        Optional.ofNullable(enrolMade).ifPresent(EnrolModel::forget);
        Optional.ofNullable(peopleMade).ifPresent(PeopleModel::forget);
        rules.forget();
    }

    /// Number of rules of the company that need attention.
    ReadOnlyIntegerProperty attentionCount() {
        return attentionCount.getReadOnlyProperty();
    }

    /// Number of jobs of the company that are parked.
    ReadOnlyIntegerProperty parkedJobs() {
        return parkedJobs.count();
    }

    RulesModel rules() {
        return rules;
    }

    EnrolModel enrol() {
        var known = enrolMade;
        if (known == null) {
            var owner = draftOwner;
            known = new EnrolModel(
                    new EnrolParts(
                            () -> owner.get()
                                    .map(application.enrol().enrol()::of)
                                    .orElseGet(application.enrol()::enrol),
                            () -> application.enrol().retake(),
                            application.enrol().intake(),
                            () -> application.enrol().standings()),
                    screenAdapter,
                    screenContext.work(),
                    screenContext.strings());
            known.recentEnrolments().people().addListener((ListChangeListener<RecentEnrolment>) _ -> enrolled.run());
            enrolMade = known;
        }
        return known;
    }

    PeopleModel people() {
        var known = peopleMade;
        if (known == null) {
            var parts = new PeopleParts(
                    application.storage().people(),
                    application.enrol().standings(),
                    application.enrol().commands(),
                    application.enrol().repairs(),
                    application.rules().cascade(),
                    new PhotoIdentifier(application, screenContext.strings()));
            known = new PeopleModel(screenAdapter, parts, screenContext.work(), screenContext.strings());
            peopleMade = known;
        }
        return known;
    }

    private RulesModel createRules() {
        var created = new RulesModel(this::rulesParts, screenAdapter, screenContext.work(), screenContext.strings());
        attentionCount.bind(created.attentionCount());
        return created;
    }

    private RulesParts rulesParts() {
        var parts = application.rules();
        return new RulesParts(
                parts.rules(),
                parts.flow(),
                parts.send(),
                parts.drift(),
                parts.rehearse(),
                application.storage().people(),
                new RulesParts.RelatedFlows(parts.cascade(), parts.holidays(), parts.otherCompanies()));
    }
}
