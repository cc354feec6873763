package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.enrol.Details;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is typed and chosen about the person.
public final class EnrolForm {

    /// Version of the consent text that is shown; it changes with the text.
    static final String TEXT_VERSION = "1";

    /// Days after which a person is forgotten, as offered; today means until midnight at the latest.
    static final List<Integer> DAYS = List.of(1, 7, 30, 365);

    final StringProperty name = new SimpleStringProperty("");
    final ObservableList<PersonKind> kind = FXCollections.observableArrayList(PersonKind.VISITOR);
    final StringProperty email = new SimpleStringProperty("");
    final StringProperty phone = new SimpleStringProperty("");
    final StringProperty host = new SimpleStringProperty("");
    final ObservableList<Site> sites = FXCollections.observableArrayList();
    final ObservableList<LegalBasis.Method> consent = FXCollections.observableArrayList();
    final StringProperty reason = new SimpleStringProperty("");
    final StringProperty source = new SimpleStringProperty("");
    final ObjectProperty<@Nullable LocalDate> review = new SimpleObjectProperty<>();
    final ObservableList<Integer> days = FXCollections.observableArrayList(7);

    PersonKind chosenKind() {
        return kind.isEmpty() ? PersonKind.VISITOR : kind.getFirst();
    }

    /// Whether there is a basis on which a photo may be taken in.
    boolean basisGiven() {
        return chosenKind() == PersonKind.WATCH
                ? !reason.get().isBlank() && !source.get().isBlank() && review.get() != null
                : !consent.isEmpty();
    }

    Details details(Instant now, OperatorId operator) {
        return new Details(
                name.get().strip(),
                chosenKind(),
                new Contact(email.get().strip(), phone.get().strip(), host.get().strip()),
                sites.stream().map(Site::id).collect(Collectors.toSet()),
                "",
                days.stream().findFirst().map(count -> now.plus(Duration.ofDays(count))),
                basis(now, operator));
    }

    private Optional<LegalBasis> basis(Instant now, OperatorId operator) {
        if (chosenKind() == PersonKind.WATCH) {
            var date = review.get();
            return date == null
                    ? Optional.empty()
                    : Optional.of(new LegalBasis.Reason(
                            reason.get().strip(), source.get().strip(), date, now, operator));
        }
        return consent.stream()
                .findFirst()
                .map(method -> new LegalBasis.Consent(
                        TEXT_VERSION, Locale.getDefault().toLanguageTag(), method, now, operator));
    }

    void clear() {
        name.set("");
        email.set("");
        phone.set("");
        host.set("");
        sites.clear();
        consent.clear();
        reason.set("");
        source.set("");
        review.set(null);
        kind.setAll(PersonKind.VISITOR);
        days.setAll(7);
    }
}
