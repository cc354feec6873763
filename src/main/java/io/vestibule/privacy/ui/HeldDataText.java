package io.vestibule.privacy.ui;

import io.vestibule.people.LegalBasis;
import io.vestibule.people.PersonKind;
import io.vestibule.privacy.AuditAction;
import io.vestibule.privacy.access.HeldData;
import io.vestibule.privacy.access.HeldDataDocument;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The answer to "What do you hold about me?" in the language of the person.
public final class HeldDataText {

    private final Strings strings;
    private final DateTimeFormatter time;

    private HeldDataText(Strings strings) {
        this.strings = strings;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(strings.locale())
                .withZone(ZoneId.systemDefault());
    }

    /// @param load the texts of this room in a language
    /// @param screen language of somebody who was never asked
    public static HeldDataDocument document(
            HeldData data, List<HeldDataDocument.Attachment> photos, Function<Locale, Strings> load, Locale screen) {
        Locale language = data.language().isEmpty() ? screen : Locale.forLanguageTag(data.language());
        return new HeldDataText(load.apply(language)).document(data, photos);
    }

    private HeldDataDocument document(HeldData data, List<HeldDataDocument.Attachment> photos) {
        return new HeldDataDocument(
                strings.locale().getLanguage(),
                strings.text("privacy.held.title"),
                strings.text("privacy.held.introduction", data.company(), time(data.madeAt())),
                List.of(
                        section("privacy.held.person", person(data.person())),
                        section("privacy.held.answers", answers(data.answers())),
                        section("privacy.held.photos", photos(data.photos())),
                        section(
                                "privacy.held.rules",
                                data.rules().stream()
                                        .map(name -> List.of(strings.text("privacy.held.rule"), name))
                                        .toList()),
                        section("privacy.held.events", events(data.events()))),
                photos);
    }

    private HeldDataDocument.Section section(String key, List<List<String>> rows) {
        return new HeldDataDocument.Section(strings.text(key), rows, strings.text("privacy.held.nothing"));
    }

    private List<List<String>> person(HeldData.Person person) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "privacy.held.name", person.name());
        add(rows, "privacy.held.kind", strings.constant("privacy.consent.kind", PersonKind.valueOf(person.kind())));
        add(rows, "privacy.held.email", person.email());
        add(rows, "privacy.held.phone", person.phone());
        add(rows, "privacy.held.host", person.host());
        add(rows, "privacy.held.note", person.note());
        add(rows, "privacy.held.sites", String.join(", ", person.sites()));
        add(rows, "privacy.held.numbers", String.join(", ", person.numbers()));
        add(rows, "privacy.held.created", time(person.created()));
        add(rows, "privacy.held.deleted", person.deletedAt().isEmpty() ? "" : time(person.deletedAt()));
        add(rows, "privacy.held.id", person.id());
        add(rows, "privacy.held.user", person.userId());
        return rows;
    }

    private void add(List<List<String>> rows, String key, String value) {
        if (!value.isBlank()) {
            rows.add(List.of(strings.text(key), value));
        }
    }

    private List<List<String>> answers(List<HeldData.Answer> answers) {
        return answers.stream()
                .map(answer -> List.of(time(answer.at()), answer(answer)))
                .toList();
    }

    private String answer(HeldData.Answer answer) {
        List<String> lines = new ArrayList<>();
        switch (answer.kind()) {
            case "CONSENT" ->
                lines.add(strings.constant("privacy.held.method", LegalBasis.Method.valueOf(answer.method())));
            case "DECLINED" -> lines.add(strings.text("privacy.held.declined"));
            default -> lines.add(strings.text("privacy.held.reason", answer.basis(), answer.source(), answer.review()));
        }
        if (!answer.guardian().isEmpty()) {
            lines.add(strings.text("privacy.held.guardian", answer.guardian()));
        }
        if (!answer.text().isEmpty()) {
            lines.add(strings.text("privacy.held.text", answer.textVersion(), answer.text()));
        }
        return String.join("\n", lines);
    }

    private List<List<String>> photos(List<HeldData.Photo> photos) {
        return photos.stream()
                .map(photo -> List.of(
                        photo.file(),
                        strings.text(
                                photo.complete() ? "privacy.held.photo" : "privacy.held.photo-small",
                                time(photo.takenAt()),
                                Integer.toString(photo.width()),
                                Integer.toString(photo.height()))))
                .toList();
    }

    private List<List<String>> events(List<HeldData.Event> events) {
        return events.stream()
                .map(event -> List.of(
                        time(event.at()),
                        event.operator().isEmpty() ? strings.text("privacy.audit.automatic") : event.operator(),
                        AuditAction.of(event.action())
                                .map(action -> strings.constant("privacy.action", action))
                                .orElse(event.action())))
                .toList();
    }

    private String time(String at) {
        return time.format(Instant.parse(at));
    }
}
