package io.vestibule.doctor.ui;

import io.vestibule.doctor.GalleryReport;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The result of a gallery self-test in words, for the screen and for a document.
final class SelfTestText {

    private static final List<Float> USUAL = List.of(80f, 90f, 95f, 99f);

    private final Strings strings;

    SelfTestText(Strings strings) {
        this.strings = strings;
    }

    /// How often somebody is mistaken for somebody else.
    String mistaken(GalleryReport report) {
        return strings.text(
                "doctor.self-test.mistaken", report.mistaken(report.threshold()), report.faces(), report.threshold());
    }

    /// What the other sentences say.
    List<String> lines(GalleryReport report) {
        var lines = new ArrayList<String>();
        lines.add(
                report.tried() == 0
                        ? strings.text("doctor.self-test.single-photos")
                        : strings.text("doctor.self-test.missed", report.missed(report.threshold()), report.tried()));
        lines.add(strings.text("doctor.self-test.expected", report.falseMatchesASearch(report.threshold()) * 1_000));
        lines.add(proposal(report));
        return lines;
    }

    private String proposal(GalleryReport report) {
        double tolerated = 100 * report.tolerated();
        return report.proposed()
                .map(threshold -> strings.text(
                        "doctor.self-test.proposed", threshold, report.people(), tolerated, report.missed(threshold)))
                .orElseGet(() -> strings.text("doctor.self-test.no-proposal", tolerated));
    }

    /// The first row names the columns.
    List<List<String>> table(GalleryReport report) {
        var thresholds = new TreeSet<>(USUAL);
        thresholds.add(report.threshold());
        report.proposed().ifPresent(thresholds::add);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                strings.text("doctor.self-test.threshold"),
                strings.text("doctor.self-test.others"),
                strings.text("doctor.self-test.not-found")));
        for (float threshold : thresholds) {
            rows.add(List.of(
                    label(report, threshold),
                    strings.text("doctor.self-test.of", report.mistaken(threshold), report.faces()),
                    strings.text("doctor.self-test.of", report.missed(threshold), report.tried())));
        }
        return rows;
    }

    private String label(GalleryReport report, float threshold) {
        if (threshold == report.threshold()) {
            return strings.text("doctor.self-test.in-use", threshold);
        }
        return report.proposed().filter(proposed -> proposed == threshold).isPresent()
                ? strings.text("doctor.self-test.as-proposed", threshold)
                : strings.text("doctor.self-test.per-cent", threshold);
    }

    String pair(NamedPair pair) {
        return strings.text("doctor.self-test.pair", pair.first(), pair.second(), pair.similarity());
    }

    String when(GalleryReport report) {
        return strings.text("doctor.self-test.as-of", time(report.run().ended()), report.people(), report.faces());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /// Without names: a document is passed on.
    ReportPage page(SelfTestModel.Result result) {
        var report = result.report();
        var facts = List.of(
                List.of(
                        strings.text("doctor.self-test.fact-time"),
                        time(report.run().ended())),
                List.of(
                        strings.text("doctor.self-test.fact-engine"),
                        report.run().engine()),
                List.of(strings.text("doctor.self-test.fact-people"), strings.text("doctor.number", report.people())),
                List.of(strings.text("doctor.self-test.fact-faces"), strings.text("doctor.number", report.faces())));
        var notes = new ArrayList<String>();
        notes.add(mistaken(report));
        notes.addAll(lines(report));
        notes.add(strings.text("doctor.self-test.limits"));
        return new ReportPage(
                strings.locale().getLanguage(),
                strings.text("doctor.self-test.card"),
                strings.text("doctor.self-test.about"),
                facts,
                table(report),
                notes);
    }
}
