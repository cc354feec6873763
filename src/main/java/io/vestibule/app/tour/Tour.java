package io.vestibule.app.tour;

import io.vestibule.app.wiring.House;
import io.vestibule.base.CompanyId;
import io.vestibule.base.SiteId;
import io.vestibule.check.Finding;
import io.vestibule.enrol.Decision;
import io.vestibule.enrol.Details;
import io.vestibule.enrol.DraftPhoto;
import io.vestibule.enrol.Enrolment;
import io.vestibule.enrol.PhotoIntake.Taken;
import io.vestibule.people.Company;
import io.vestibule.people.Contact;
import io.vestibule.people.FaceState;
import io.vestibule.people.LegalBasis;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Site;
import io.vestibule.people.Standing;
import io.vestibule.ui.Strings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Enrols people as reception would, and tells photo by photo what became of it.
final class Tour {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final House house;
    private final Strings strings;
    private final Report report;

    Tour(House house, Strings strings, Report report) {
        this.house = house;
        this.strings = strings;
        this.report = report;
    }

    /// Gives the house a company and somebody at the desk, where it has none.
    void furnish() {
        var people = house.cellar().people();
        if (people.companies().all().isEmpty()) {
            var company = new Company(CompanyId.mint(), "Tour", Optional.empty(), true);
            people.companies().insert(company, house.cellar().clock().instant());
            people.companies().insert(new Site(SiteId.mint(), company.id(), "Main entrance"));
            house.cellar().operators().addFirst("Tour");
        }
        var operators = house.cellar().operators();
        operators.signIn(operators.list().getFirst().id());
        house.begin();
    }

    void enrol(Subject subject) {
        report.line(subject.name());
        var accepted = new ArrayList<DraftPhoto>();
        var words = new ArrayList<String>();
        for (var picture : subject.photos()) {
            var taken = house.enrol().intake().take(picture.bytes());
            report.line("  " + picture.word() + ": " + told(taken));
            if (taken instanceof Taken.Accepted good) {
                accepted.add(good.photo());
                words.add(picture.word());
            }
        }
        if (accepted.isEmpty()) {
            report.fault("no photo of " + subject.name() + " was accepted");
            return;
        }
        var matches = house.enrol().enrol().alreadyEnrolled(accepted.getFirst());
        if (!matches.isEmpty()) {
            report.line("  already enrolled as " + matches.getFirst().person().name() + "; left as it is");
            return;
        }
        var enrolment = house.enrol().enrol().save(details(subject.name()), accepted, new Decision.Unknown());
        follow(subject, enrolment, accepted, words);
    }

    private void follow(Subject subject, Enrolment enrolment, List<DraftPhoto> accepted, List<String> words) {
        var person = await(enrolment);
        var photos = house.cellar().people().photos().of(person.id());
        var faces = house.enrol().standings().faces(person);
        for (int i = 0; i < accepted.size(); i++) {
            var sha256 = accepted.get(i).photo().sha256();
            for (var photo : photos) {
                if (photo.sha256().equals(sha256)) {
                    var face = faces.stream()
                            .filter(one -> one.photo().equals(photo.id()))
                            .findFirst()
                            .orElseThrow();
                    report.line("  " + words.get(i) + ": stored, "
                            + (face.faceId().isPresent() ? "indexed, " : "")
                            + (face.state() == FaceState.ASSOCIATED
                                    ? "associated"
                                    : face.state() + " " + String.join(", ", face.reasons())));
                }
            }
        }
        var standing = house.enrol().standings().of(person).state();
        report.line(
                "  " + subject.name() + " is " + (searchable(standing) ? "ACTIVE and searchable" : standing.name()));
        if (!searchable(standing)) {
            report.fault(subject.name() + " did not become ACTIVE");
        }
    }

    /// Finds somebody by a photo that was never enrolled.
    void find(Subject subject) {
        subject.probe().ifPresent(probe -> {
            if (!(house.enrol().intake().take(probe.bytes()) instanceof Taken.Accepted taken)) {
                report.fault(probe.word() + " cannot be searched with");
                return;
            }
            var found = house.enrol().enrol().whoIs(taken.photo().photo().bytes());
            if (found.isEmpty() || !found.getFirst().person().name().equals(subject.name())) {
                report.fault(probe.word() + " did not find " + subject.name());
                return;
            }
            var best = found.getFirst();
            report.line("%s: this is %s (%.1f %% on %s)"
                    .formatted(probe.word(), best.person().name(), best.similarity(), best.engine()));
        });
    }

    private static boolean searchable(Standing.State state) {
        return state == Standing.State.SEARCHABLE || state == Standing.State.NEEDS_ATTENTION;
    }

    private Person await(Enrolment enrolment) {
        var settled = new CountDownLatch(1);
        Runnable look = () -> {
            if (house.cellar().journal().steps(enrolment.job().orElseThrow()).stream()
                    .noneMatch(step -> switch (step.state()) {
                        case WAITING, RUNNING -> true;
                        case DONE, DROPPED, PARKED -> false;
                    })) {
                settled.countDown();
            }
        };
        try (var _ = house.cellar().journal().onChange(_ -> look.run())) {
            look.run();
            if (!settled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                report.fault("the steps did not end within two minutes");
            }
        } catch (Exception e) {
            report.fault("waiting was interrupted: " + e.getClass().getSimpleName());
        }
        return house.cellar().people().persons().find(enrolment.person()).orElseThrow();
    }

    private String told(Taken taken) {
        return switch (taken) {
            case Taken.Accepted accepted ->
                "one face found" + warnings(accepted.photo().findings());
            case Taken.Rejected rejected -> "refused." + warnings(rejected.findings());
            case Taken.Group group ->
                "refused: %d faces; at the desk a picker opens"
                        .formatted(group.faces().size());
            case Taken.Unreadable unreadable ->
                "refused. " + strings.problem(unreadable.problem()).what();
            case Taken.Known _ -> "saved already";
        };
    }

    private String warnings(List<Finding> findings) {
        var text = new StringBuilder();
        findings.forEach(finding -> text.append(' ')
                .append(strings.text(finding.reason().what()))
                .append(' ')
                .append(strings.text(finding.reason().advice())));
        return text.toString();
    }

    private Details details(String name) {
        var now = house.cellar().clock().instant();
        var operator = house.cellar().session().operator().orElseThrow().id();
        var consent = new LegalBasis.Consent("1", "en", LegalBasis.Method.SPOKEN, now, operator);
        return new Details(
                name,
                PersonKind.VISITOR,
                Contact.NONE,
                Set.of(),
                "",
                Optional.of(now.plus(Duration.ofDays(1))),
                Optional.of(consent));
    }
}
