package io.vestibule.setup.ui.cloud;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.enrol.PersonMatch;
import io.vestibule.enrol.transfer.AdoptFlow;
import io.vestibule.enrol.transfer.AdoptFlow.UnknownUser;
import io.vestibule.journal.PriceList;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.setup.SettingsFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// Users of the collection who are not in the local records. Loaded only on request: in a large collection that takes
/// a while.
final class AdoptModel extends SettingsCardModel {

    /// Days until somebody has to review why an adopted person may be stored.
    private static final int REVIEW_DAYS = 30;

    private final Supplier<AdoptFlow> flow;
    private final SettingsFlow settings;
    private final Session session;
    private final InstantSource clock;
    private final ObservableList<UnknownUser> strangers = FXCollections.observableArrayList();
    private final ObservableMap<String, PersonMatch> similar = FXCollections.observableHashMap();
    private final BooleanProperty compared = new SimpleBooleanProperty(this, "compared");
    private final BooleanProperty loaded = new SimpleBooleanProperty(this, "looked");

    AdoptModel(
            Supplier<AdoptFlow> flow,
            SettingsFlow settings,
            Session session,
            InstantSource clock,
            SetupContext context) {
        super(context, session, Permission.MANAGE_PEOPLE);
        this.flow = flow;
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    ObservableList<UnknownUser> strangers() {
        return strangers;
    }

    /// By user id, whom an unknown user resembles; only of those who were compared.
    ObservableMap<String, PersonMatch> similar() {
        return similar;
    }

    /// Amazon's price of comparing the listed users, in US dollars.
    BigDecimal price(int users) {
        return PriceList.calls(users);
    }

    /// Compares the first users of the list with the people of the company.
    void compare(int most) {
        clearStatus();
        var users = shown(most);
        work().runUnlisted(
                        () -> {
                            var found = new LinkedHashMap<String, PersonMatch>();
                            users.forEach(user -> flow.get()
                                    .findSimilarPerson(user)
                                    .ifPresent(match -> found.put(user.userId(), match)));
                            return found;
                        },
                        found -> {
                            similar.clear();
                            similar.putAll(found);
                            compared.set(true);
                        },
                        wrong -> problem().set(words(wrong)));
    }

    /// Whether the listed users were compared.
    BooleanProperty compared() {
        return compared;
    }

    /// Whether the users were loaded since the screen was opened.
    BooleanProperty loaded() {
        return loaded;
    }

    void loadStrangers() {
        clearStatus();
        work().runUnlisted(
                        () -> flow.get().fetchUnknownUsers(),
                        found -> {
                            similar.clear();
                            compared.set(false);
                            strangers.setAll(found);
                            loaded.set(true);
                        },
                        wrong -> problem().set(words(wrong)));
    }

    void adopt(UnknownUser unknownUser, String name) {
        save(() -> flow.get().adopt(unknownUser, details(name)), _ -> strangers.remove(unknownUser));
    }

    private EnrolDetails details(String name) {
        var now = clock.instant();
        var operator = session.require(Permission.MANAGE_PEOPLE).id();
        var days = settings.get(EnrolKeys.days(PersonKind.EMPLOYEE));
        return new EnrolDetails(
                name,
                PersonKind.EMPLOYEE,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(Duration.ofDays(days))),
                Optional.of(new LegalBasis.Reason(
                        strings().text("setup.adopt.basis"),
                        strings().text("setup.adopt.source"),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(REVIEW_DAYS),
                        now,
                        operator)));
    }

    /// The first rows of the list; after some are named, the next ones follow.
    List<UnknownUser> shown(int most) {
        return strangers.stream().limit(most).toList();
    }
}
