package io.vestibule.privacy.ui;

import io.vestibule.people.RetentionDue;
import io.vestibule.privacy.document.PaperDocument;
import io.vestibule.privacy.retention.MonthOfRetention;
import io.vestibule.privacy.retention.RetentionRow;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Retention in the language of the screen.
final class RetentionWords {

    private final Strings strings;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    RetentionWords(Strings strings) {
        this.strings = strings;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(strings.locale());
    }

    String time(Instant at) {
        return time.format(at);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /// The last day of a hold, which ends when the next one begins.
    String lastDay(Instant end) {
        return day.format(end.minusMillis(1).atZone(ZoneOffset.UTC));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", strings.locale()).format(month);
    }

    /// Whether the person stays, and why.
    String state(RetentionRow row) {
        return switch (row.state()) {
            case HELD ->
                strings.text(
                        "privacy.retention.state-held",
                        row.hold().map(hold -> lastDay(hold.until())).orElse(""));
            case REVIEW_DUE ->
                strings.text(
                        "privacy.retention.state-review-due",
                        row.goes().map(this::time).orElse(""));
            case REVIEW_SOON, ENDS_SOON ->
                strings.text(
                        "privacy.retention.state-soon",
                        row.goes().map(this::time).orElse(""));
            case WAITS_FOR_CLOCK -> strings.text("privacy.retention.state-waits-for-clock");
            case WAITS_FOR_ANSWER -> strings.text("privacy.retention.state-waits-for-answer");
            case POSTPONED -> strings.text("privacy.retention.state-postponed");
            case DUE -> strings.text("privacy.retention.state-due");
            case STAYS -> strings.text("privacy.retention.state-stays");
        };
    }

    PaperDocument proof(MonthOfRetention month) {
        var title = strings.text("privacy.proof.title", month(month.month()));
        var parts = new ArrayList<PaperDocument.Part>();
        parts.add(new PaperDocument.Text(strings.text("privacy.proof.introduction")));
        parts.add(new PaperDocument.Facts(facts(month)));
        if (!month.lines().isEmpty()) {
            parts.add(new PaperDocument.Table(List.of(4, 3, 3, 4), table(month)));
        }
        return new PaperDocument(
                strings.locale().getLanguage(),
                title,
                strings.text("privacy.document.footer", title, month.company(), time(month.read())),
                parts);
    }

    private List<List<String>> facts(MonthOfRetention month) {
        var counts = Stream.of(MonthOfRetention.Result.values())
                .filter(result -> month.count(result) > 0)
                .map(result -> List.of(strings.constant("privacy.proof.result", result), number(month.count(result))));
        return Stream.concat(
                        Stream.of(
                                List.of(strings.text("privacy.receipt.company"), month.company()),
                                List.of(strings.text("privacy.proof.read"), time(month.read())),
                                List.of(
                                        strings.text("privacy.proof.since"),
                                        month.since().map(this::time).orElse(strings.text("privacy.proof.no-record"))),
                                List.of(
                                        strings.text("privacy.proof.due"),
                                        number(month.lines().size()))),
                        counts)
                .toList();
    }

    private String number(long count) {
        return Long.toString(count);
    }

    private List<List<String>> table(MonthOfRetention month) {
        var head = List.of(
                strings.text("privacy.proof.subject"),
                strings.text("privacy.proof.kind"),
                strings.text("privacy.proof.due-at"),
                strings.text("privacy.proof.outcome"));
        return Stream.concat(Stream.of(head), month.lines().stream().map(this::row))
                .toList();
    }

    private List<String> row(MonthOfRetention.Line line) {
        RetentionDue due = line.due();
        var outcome = strings.constant("privacy.proof.result", line.result());
        return List.of(
                due.subject().toString(),
                strings.constant("privacy.proof.kind", due.kind()),
                time(due.due()),
                due.settled()
                        .map(at -> strings.text("privacy.proof.settled", outcome, time(at)))
                        .orElse(outcome));
    }
}
