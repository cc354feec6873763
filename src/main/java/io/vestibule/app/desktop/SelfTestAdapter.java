package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.doctor.DoctorKeys;
import io.vestibule.doctor.ui.ReportPage;
import io.vestibule.doctor.ui.SelfTestModel;
import io.vestibule.doctor.ui.SelfTestPort;
import io.vestibule.people.Person;
import io.vestibule.privacy.PrivacyException;
import io.vestibule.privacy.PrivacyFailure;
import io.vestibule.privacy.receipt.PdfDocument;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.ui.FilePicker;
import io.vestibule.ui.control.Banner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Gives the page of the gallery self-test what it needs of the rest of the program.
record SelfTestAdapter(Application application, ScreenContext screenContext, ScreenAdapter screenAdapter)
        implements SelfTestPort {

    SelfTestModel model() {
        return new SelfTestModel(application.doctor().selfTest(), screenContext.work(), screenContext.strings(), this);
    }

    @Override
    public boolean isCharged() {
        return application.engine().charged();
    }

    @Override
    public Optional<String> name(PersonId person) {
        return screenAdapter
                .person(person)
                .filter(known -> known.removed().isEmpty())
                .map(Person::name);
    }

    @Override
    public boolean isMonthly() {
        return application.storage().settings().get(DoctorKeys.MONTHLY_TEST);
    }

    @Override
    public void setMonthly(boolean monthly) {
        application.setup().settings().set(DoctorKeys.MONTHLY_TEST, monthly);
    }

    @Override
    public void save(ReportPage page) {
        var strings = screenContext.strings();
        screenContext
                .files()
                .saveAs(
                        strings.text("doctor.self-test.save"),
                        "self-test.pdf",
                        new FilePicker.FileType(strings.text("doctor.self-test.files"), List.of("*.pdf")))
                .ifPresent(file -> screenContext
                        .work()
                        .runUnlisted(
                                () -> write(page, file),
                                _ -> showBanner(Banner.done(strings.text("doctor.self-test.saved"))),
                                this::showProblem));
    }

    private static Path write(ReportPage page, Path file) {
        var document = new PdfDocument(
                page.language(), page.title(), page.introduction(), page.facts(), page.table(), page.notes());
        try {
            OwnerOnlyFiles.write(file, document.bytes());
            return file;
        } catch (IOException e) {
            throw new PrivacyException(
                    new PrivacyFailure.FileNotWritten(e.getClass().getSimpleName()), e);
        }
    }

    @Override
    public void showBanner(Banner banner) {
        screenAdapter.showBanner(banner);
    }

    @Override
    public void showProblem(Problem problem) {
        screenAdapter.showProblem(problem);
    }
}
