package io.vestibule.privacy.ui;

import io.vestibule.privacy.document.PaperDocument;
import io.vestibule.privacy.record.RecordDraft;
import io.vestibule.privacy.record.RecordFact;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The documents for the record in one language.
final class RecordWords {

    private static final String BLANK = "____________________________";
    private static final int CODE_MILLIMETRES = 55;

    private final Strings strings;
    private final DateTimeFormatter day;

    RecordWords(Strings strings) {
        this.strings = strings;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
    }

    String day(Instant at) {
        return day.format(at);
    }

    PaperDocument document(RecordDraft draft) {
        var parts = new ArrayList<PaperDocument.Part>();
        switch (draft.kind()) {
            case SCHEDULE -> schedule(draft, parts);
            case PROCESSING -> processing(draft, parts);
            case ASSESSMENT -> assessment(draft, parts);
            case NOTICE -> notice(draft, parts);
            case SIGN -> sign(draft, parts);
        }
        if (!draft.kind().isOfSite()) {
            changes(draft, parts);
        }
        var title = strings.constant("privacy.record.title", draft.kind());
        return new PaperDocument(
                strings.locale().getLanguage(),
                title,
                strings.text("privacy.document.footer", title, draft.fact(RecordFact.COMPANY), day(draft.at())),
                parts);
    }

    private void schedule(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(text("privacy.record.schedule.introduction"));
        parts.add(who(draft));
        parts.add(periods(draft));
        parts.add(text("privacy.record.schedule.acts"));
        parts.add(text("privacy.record.schedule.hold", draft.number(RecordFact.HOLDS)));
    }

    private PaperDocument.Table periods(RecordDraft draft) {
        return table(
                List.of(3, 2, 5),
                Stream.of(
                        row("privacy.record.what", "privacy.record.how-long", "privacy.record.then"),
                        period(
                                "privacy.record.period.visitors",
                                "privacy.record.period.visitors-then",
                                days(draft, RecordFact.VISITOR_DAYS)),
                        period(
                                "privacy.record.period.employees",
                                "privacy.record.period.employees-then",
                                days(draft, RecordFact.EMPLOYEE_DAYS)),
                        period(
                                "privacy.record.period.watched",
                                "privacy.record.period.watched-then",
                                days(draft, RecordFact.WATCH_DAYS),
                                draft.number(RecordFact.REVIEW_GRACE_DAYS)),
                        period(
                                "privacy.record.period.refused",
                                "privacy.record.period.refused-then",
                                strings.text("privacy.record.days", 7)),
                        period(
                                "privacy.record.period.backups",
                                "privacy.record.period.backups-then",
                                days(draft, RecordFact.BACKUP_DAYS)),
                        period(
                                "privacy.record.period.audit",
                                "privacy.record.period.audit-then",
                                strings.text("privacy.record.unlimited"))));
    }

    private List<String> period(String what, String then, String howLong, Object... args) {
        return List.of(strings.text(what), howLong, strings.text(then, args));
    }

    private void processing(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(text("privacy.record.processing.introduction"));
        parts.add(who(draft));
        parts.add(heading("privacy.record.processing.purposes"));
        parts.add(table(
                List.of(2, 4, 3),
                Stream.of(
                        row(
                                "privacy.record.processing.purpose",
                                "privacy.record.processing.data",
                                "privacy.record.processing.basis"),
                        row(
                                "privacy.record.purpose.visitors",
                                "privacy.record.purpose.visitors-data",
                                "privacy.record.purpose.visitors-basis"),
                        row(
                                "privacy.record.purpose.employees",
                                "privacy.record.purpose.employees-data",
                                "privacy.record.purpose.employees-basis"),
                        row(
                                "privacy.record.purpose.watched",
                                "privacy.record.purpose.watched-data",
                                "privacy.record.purpose.watched-basis"),
                        row(
                                "privacy.record.purpose.operators",
                                "privacy.record.purpose.operators-data",
                                "privacy.record.purpose.operators-basis"))));
        parts.add(numbers(draft));
        parts.add(heading("privacy.record.recipients"));
        recipients(draft).forEach(words -> parts.add(new PaperDocument.Text(words)));
        parts.add(heading("privacy.record.title.schedule"));
        parts.add(periods(draft));
        parts.add(heading("privacy.record.measures"));
        parts.add(text("privacy.record.measures-text"));
    }

    private void assessment(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(text("privacy.record.assessment.introduction"));
        parts.add(who(draft));
        parts.add(heading("privacy.record.assessment.description"));
        parts.add(text("privacy.record.assessment.description-text"));
        parts.add(numbers(draft));
        parts.add(heading("privacy.record.assessment.flows"));
        recipients(draft).forEach(words -> parts.add(new PaperDocument.Text(words)));
        parts.add(heading("privacy.record.assessment.necessity"));
        parts.add(text("privacy.record.assessment.necessity-text"));
        parts.add(periods(draft));
        parts.add(heading("privacy.record.assessment.accuracy"));
        parts.add(text(
                draft.fact(RecordFact.SERVICE).equals(RecordFact.Service.AWS.name())
                        ? "privacy.record.assessment.accuracy-aws"
                        : "privacy.record.assessment.accuracy-embedded",
                draft.number(RecordFact.SEARCH_THRESHOLD),
                draft.number(RecordFact.DUPLICATE_THRESHOLD)));
        parts.add(heading("privacy.record.assessment.risks"));
        parts.add(table(
                List.of(3, 5, 2),
                Stream.concat(
                        Stream.of(row(
                                "privacy.record.assessment.risk",
                                "privacy.record.assessment.measure",
                                "privacy.record.assessment.left")),
                        Stream.of(
                                risk("privacy.record.risk.mistake", "privacy.record.risk.mistake-measure"),
                                risk("privacy.record.risk.leak", "privacy.record.risk.leak-measure"),
                                risk("privacy.record.risk.kept", "privacy.record.risk.kept-measure"),
                                risk("privacy.record.risk.misuse", "privacy.record.risk.misuse-measure"),
                                risk("privacy.record.risk.provider", "privacy.record.risk.provider-measure"),
                                risk("privacy.record.risk.pressure", "privacy.record.risk.pressure-measure")))));
        parts.add(heading("privacy.record.assessment.signatures"));
        parts.add(text("privacy.record.assessment.signatures-text"));
        parts.add(new PaperDocument.Facts(Stream.of(
                        "privacy.record.sign-off.officer",
                        "privacy.record.sign-off.controller",
                        "privacy.record.sign-off.consulted",
                        "privacy.record.sign-off.next")
                .map(key -> List.of(strings.text(key), BLANK))
                .toList()));
    }

    /// The last cell is filled in by hand.
    private List<String> risk(String what, String measure) {
        return List.of(strings.text(what), strings.text(measure), "");
    }

    private void notice(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(text("privacy.record.notice.introduction", draft.fact(RecordFact.SITE)));
        parts.add(who(draft));
        parts.add(heading("privacy.record.notice.why"));
        parts.add(text("privacy.record.notice.why-text"));
        parts.add(heading("privacy.record.notice.what"));
        parts.add(text("privacy.record.notice.what-text"));
        parts.add(heading("privacy.record.notice.basis"));
        parts.add(text("privacy.record.notice.basis-text"));
        parts.add(heading("privacy.record.recipients"));
        recipients(draft).forEach(words -> parts.add(new PaperDocument.Text(words)));
        parts.add(heading("privacy.record.notice.how-long"));
        parts.add(text(
                "privacy.record.notice.how-long-text",
                draft.number(RecordFact.VISITOR_DAYS),
                draft.number(RecordFact.EMPLOYEE_DAYS),
                draft.number(RecordFact.BACKUP_DAYS)));
        parts.add(heading("privacy.record.notice.rights"));
        parts.add(text("privacy.record.notice.rights-text", blank(draft, RecordFact.CONTACT)));
        parts.add(text("privacy.record.notice.complaint", blank(draft, RecordFact.AUTHORITY)));
    }

    private void sign(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(new PaperDocument.Headline(strings.text("privacy.record.sign.headline")));
        parts.add(new PaperDocument.Headline(draft.fact(RecordFact.SITE)));
        parts.add(statement("privacy.record.sign.text"));
        parts.add(statement("privacy.record.sign.choice"));
        recipients(draft).forEach(words -> parts.add(new PaperDocument.Statement(words)));
        var web = draft.fact(RecordFact.WEB);
        if (web.isEmpty()) {
            parts.add(statement("privacy.record.sign.ask"));
        } else {
            parts.add(statement("privacy.record.sign.read"));
            parts.add(new PaperDocument.QrCode(web, CODE_MILLIMETRES));
            parts.add(new PaperDocument.Statement(web));
        }
        parts.add(new PaperDocument.Statement(controller(draft)));
        parts.add(new PaperDocument.Statement(blank(draft, RecordFact.CONTACT)));
    }

    private PaperDocument.Statement statement(String key) {
        return new PaperDocument.Statement(strings.text(key));
    }

    private PaperDocument.Facts who(RecordDraft draft) {
        return new PaperDocument.Facts(List.of(
                List.of(strings.text("privacy.record.controller"), controller(draft)),
                List.of(strings.text("privacy.record.contact"), blank(draft, RecordFact.CONTACT)),
                List.of(strings.text("privacy.record.sites"), or(draft, RecordFact.SITE, draft.fact(RecordFact.SITES))),
                List.of(strings.text("privacy.record.as-of"), day(draft.at()))));
    }

    private PaperDocument.Facts numbers(RecordDraft draft) {
        return new PaperDocument.Facts(List.of(
                List.of(
                        strings.text("privacy.record.people"),
                        strings.text(
                                "privacy.record.people-text",
                                draft.number(RecordFact.VISITORS),
                                draft.number(RecordFact.EMPLOYEES),
                                draft.number(RecordFact.WATCHED))),
                List.of(
                        strings.text("privacy.record.operators"),
                        strings.text(
                                "privacy.record.operators-text",
                                draft.number(RecordFact.RECEPTIONISTS),
                                draft.number(RecordFact.MANAGERS),
                                draft.number(RecordFact.ADMINISTRATORS)))));
    }

    /// Who gets what, with what is known about Amazon's use of the pictures.
    private List<String> recipients(RecordDraft draft) {
        var words = new ArrayList<String>();
        if (draft.fact(RecordFact.SERVICE).equals(RecordFact.Service.AWS.name())) {
            words.add(strings.text("privacy.record.recipient.aws", draft.fact(RecordFact.REGION)));
            words.add(strings.constant(
                    "privacy.record.opt-out-so", RecordFact.OptOut.valueOf(draft.fact(RecordFact.OPT_OUT))));
        } else {
            words.add(strings.text("privacy.record.recipient.embedded"));
        }
        if (!draft.fact(RecordFact.VMS).isEmpty()) {
            words.add(strings.text("privacy.record.recipient.vms", draft.fact(RecordFact.VMS)));
        }
        return words;
    }

    private void changes(RecordDraft draft, List<PaperDocument.Part> parts) {
        parts.add(heading("privacy.record.changes"));
        if (draft.last().isEmpty()) {
            parts.add(text("privacy.record.first"));
        } else if (draft.differences().isEmpty()) {
            parts.add(text("privacy.record.unchanged", day(draft.last().get())));
        } else {
            parts.add(text("privacy.record.changed", day(draft.last().get())));
            parts.add(table(
                    List.of(3, 4, 4),
                    Stream.concat(
                            Stream.of(row("privacy.record.fact", "privacy.record.before", "privacy.record.now")),
                            draft.differences().stream()
                                    .map(each -> List.of(
                                            strings.constant("privacy.fact", each.fact()),
                                            value(each.fact(), each.before()),
                                            value(each.fact(), each.now()))))));
        }
    }

    /// One line for the screen.
    String difference(RecordDraft.Difference each) {
        return strings.text(
                "privacy.record.difference",
                strings.constant("privacy.fact", each.fact()),
                value(each.fact(), each.before()),
                value(each.fact(), each.now()));
    }

    private String value(RecordFact fact, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (fact) {
            case SERVICE -> strings.constant("privacy.record.service", RecordFact.Service.valueOf(value));
            case OPT_OUT -> strings.constant("privacy.record.opt-out", RecordFact.OptOut.valueOf(value));
            case VISITOR_DAYS, EMPLOYEE_DAYS, WATCH_DAYS, REVIEW_GRACE_DAYS, BACKUP_DAYS ->
                strings.text("privacy.record.days", Integer.parseInt(value));
            default -> value;
        };
    }

    private String controller(RecordDraft draft) {
        return or(draft, RecordFact.CONTROLLER, draft.fact(RecordFact.COMPANY));
    }

    private static String blank(RecordDraft draft, RecordFact fact) {
        return or(draft, fact, BLANK);
    }

    private static String or(RecordDraft draft, RecordFact fact, String otherwise) {
        return draft.fact(fact).isEmpty() ? otherwise : draft.fact(fact);
    }

    private String days(RecordDraft draft, RecordFact fact) {
        return strings.text("privacy.record.days", draft.number(fact));
    }

    private PaperDocument.Text text(String key, Object... args) {
        return new PaperDocument.Text(strings.text(key, args));
    }

    private PaperDocument.Heading heading(String key) {
        return new PaperDocument.Heading(strings.text(key));
    }

    private List<String> row(String... keys) {
        return IntStream.range(0, keys.length)
                .mapToObj(i -> strings.text(keys[i]))
                .toList();
    }

    private static PaperDocument.Table table(List<Integer> widths, Stream<List<String>> rows) {
        return new PaperDocument.Table(widths, rows.toList());
    }
}
