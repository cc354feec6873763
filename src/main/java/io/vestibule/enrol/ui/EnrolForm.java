package io.vestibule.enrol.ui;

import io.vestibule.base.OperatorId;
import io.vestibule.base.Problem;
import io.vestibule.enrol.EnrolDetails;
import io.vestibule.people.Contact;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The values entered about the person.
public final class EnrolForm {

    /// Retention periods that are offered, in days; 0 ends at the next midnight.
    static final List<Integer> DAYS = List.of(0, 7, 30, 365);

    final StringProperty name = new SimpleStringProperty("");
    final ObservableList<PersonKind> kind = FXCollections.observableArrayList(PersonKind.VISITOR);
    final StringProperty email = new SimpleStringProperty("");
    final StringProperty phone = new SimpleStringProperty("");
    final StringProperty host = new SimpleStringProperty("");
    final ObservableList<Site> sites = FXCollections.observableArrayList();
    final ObservableList<ConsentAnswer> consent;
    final StringProperty reason = new SimpleStringProperty("");
    final StringProperty source = new SimpleStringProperty("");
    final ObjectProperty<@Nullable LocalDate> review = new SimpleObjectProperty<>();
    /// The review date as it was typed; without [#review] it could not be read.
    final StringProperty reviewText = new SimpleStringProperty("");
    final ObservableList<Integer> days = FXCollections.observableArrayList();
    private final ConsentQuestion question;
    private final BooleanBinding declined;
    private final BooleanBinding basis;

    private final ToIntFunction<PersonKind> defaultRetentionDays;

    private List<ConsentAnswer> consentBeforeDecline = List.of();

    /// @param defaultRetentionDays default retention of a kind, in days
    EnrolForm(ConsentQuestion question, ToIntFunction<PersonKind> defaultRetentionDays) {
        this.question = question;
        this.consent = question.answer();
        this.declined = Bindings.createBooleanBinding(
                () -> chosenKind() != PersonKind.WATCH && question.isDeclined(), consent, kind);
        this.basis = Bindings.createBooleanBinding(
                this::hasBasis,
                consent,
                question.wording(),
                question.signed(),
                question.guardianMissing(),
                kind,
                reason,
                source,
                review);
        this.defaultRetentionDays = defaultRetentionDays;
        days.setAll(defaultRetentionDays.applyAsInt(PersonKind.VISITOR));
        consent.addListener((ListChangeListener<ConsentAnswer>) _ -> {
            if (!consent.contains(ConsentAnswer.DECLINED)) {
                consentBeforeDecline = List.copyOf(consent);
            }
        });
        kind.addListener((ListChangeListener<PersonKind>) _ -> {
            days.setAll(defaultRetentionDays.applyAsInt(chosenKind()));
            ask();
        });
        sites.addListener((ListChangeListener<Site>) _ -> ask());
        ask();
    }

    /// Reads the text that asks for consent again.
    void ask() {
        question.ask(chosenKind(), sites.stream().map(Site::id).collect(Collectors.toSet()));
    }

    public StringProperty name() {
        return name;
    }

    /// Whether the person declined photos.
    public BooleanBinding declined() {
        return declined;
    }

    /// The last answer before the person declined.
    List<ConsentAnswer> consentBeforeDecline() {
        return consentBeforeDecline;
    }

    /// The retention periods to choose from, in days, including the default of every kind, shortest first.
    List<Integer> choicesOfDays() {
        return Stream.concat(DAYS.stream(), Stream.of(PersonKind.values()).map(defaultRetentionDays::applyAsInt))
                .distinct()
                .sorted()
                .toList();
    }

    PersonKind chosenKind() {
        return kind.isEmpty() ? PersonKind.VISITOR : kind.getFirst();
    }

    /// Whether there is a legal basis on which a photo may be accepted.
    public BooleanBinding basis() {
        return basis;
    }

    boolean basisGiven() {
        return basis.get();
    }

    private boolean hasBasis() {
        return chosenKind() == PersonKind.WATCH
                ? !reason.get().isBlank() && !source.get().isBlank() && review.get() != null
                : question.isAgreed();
    }

    EnrolDetails details(Instant now, OperatorId operator) {
        return new EnrolDetails(
                name.get().strip(),
                chosenKind(),
                new Contact(email.get().strip(), phone.get().strip(), host.get().strip()),
                sites.stream().map(Site::id).collect(Collectors.toSet()),
                "",
                days.stream().findFirst().map(count -> end(now, count)),
                basis(now, operator));
    }

    private static Instant end(Instant now, int days) {
        if (days > 0) {
            return now.plus(java.time.Duration.ofDays(days));
        }
        var zone = ZoneId.systemDefault();
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Optional<LegalBasis> basis(Instant now, OperatorId operator) {
        if (chosenKind() == PersonKind.WATCH) {
            var date = review.get();
            return date == null
                    ? Optional.empty()
                    : Optional.of(new LegalBasis.Reason(
                            reason.get().strip(), source.get().strip(), date, now, operator));
        }
        return question.basis(now, operator);
    }

    ConsentQuestion question() {
        return question;
    }

    /// What is wrong with the review date alone, if the rest of the reason is there or a date was typed.
    Optional<Problem> reviewProblem() {
        if (chosenKind() != PersonKind.WATCH || review.get() != null) {
            return Optional.empty();
        }
        if (!reviewText.get().isBlank()) {
            return Optional.of(Problem.of("enrol.review-unreadable"));
        }
        return reason.get().isBlank() || source.get().isBlank()
                ? Optional.empty()
                : Optional.of(Problem.of("enrol.review-missing"));
    }

    /// Whether nothing was entered or answered.
    boolean isEmpty() {
        return Stream.of(name, email, phone, host, reason, source, reviewText)
                        .allMatch(text -> text.get().isEmpty())
                && sites.isEmpty()
                && consent.isEmpty()
                && review.get() == null
                && chosenKind() == PersonKind.VISITOR;
    }

    void clear() {
        List.of(name, email, phone, host, reason, source, reviewText).forEach(text -> text.set(""));
        sites.clear();
        question.clear();
        consentBeforeDecline = List.of();
        review.set(null);
        kind.setAll(PersonKind.VISITOR);
    }

    /// @return restores the current values
    Runnable snapshot() {
        var texts = List.of(name, email, phone, host, reason, source, reviewText);
        var words = texts.stream().map(StringProperty::get).toList();
        var places = List.copyOf(sites);
        var answer = question.snapshot();
        var date = review.get();
        var kinds = List.copyOf(kind);
        var stay = List.copyOf(days);
        return () -> {
            for (int i = 0; i < texts.size(); i++) {
                texts.get(i).set(words.get(i));
            }
            sites.setAll(places);
            answer.run();
            review.set(date);
            kind.setAll(kinds);
            days.setAll(stay);
        };
    }
}
