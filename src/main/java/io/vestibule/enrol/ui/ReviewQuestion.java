package io.vestibule.enrol.ui;

import io.vestibule.enrol.EnrolDetails;
import io.vestibule.people.LegalBasis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The review of a person on the watch list is due after they are deleted: probably one of the two dates is
/// wrong, so the operator is asked once. FX thread.
final class ReviewQuestion {

    /// @param deletion the day on which the person is deleted
    record Dates(LocalDate review, LocalDate deletion) {}

    private final ObjectProperty<Optional<Dates>> open = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Dates> confirmed = Optional.empty();

    /// The dates to ask about, until the operator answers.
    ObjectProperty<Optional<Dates>> open() {
        return open;
    }

    /// Opens the question, unless the dates fit or were confirmed.
    boolean asks(EnrolDetails details) {
        var dates = dates(details).filter(both -> !confirmed.equals(Optional.of(both)));
        open.set(dates);
        return dates.isPresent();
    }

    private static Optional<Dates> dates(EnrolDetails details) {
        return details.basis()
                .filter(LegalBasis.Reason.class::isInstance)
                .map(LegalBasis.Reason.class::cast)
                .flatMap(reason -> details.expires()
                        .map(end -> new Dates(
                                reason.review(),
                                end.atZone(ZoneId.systemDefault()).toLocalDate())))
                .filter(both -> both.review().isAfter(both.deletion()));
    }

    /// Both dates are meant.
    void confirm() {
        confirmed = open.get();
        open.set(Optional.empty());
    }

    /// Closes the question without an answer.
    void close() {
        open.set(Optional.empty());
    }

    void reset() {
        open.set(Optional.empty());
        confirmed = Optional.empty();
    }
}
