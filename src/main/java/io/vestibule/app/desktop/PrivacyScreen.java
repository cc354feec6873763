package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.privacy.ui.AuditModel;
import io.vestibule.privacy.ui.ConsentModel;
import io.vestibule.privacy.ui.ConsentPane;
import io.vestibule.privacy.ui.ErasuresModel;
import io.vestibule.privacy.ui.PrivacySection;
import io.vestibule.privacy.ui.PrivacyView;
import io.vestibule.privacy.ui.RecordModel;
import io.vestibule.privacy.ui.RecordPane;
import io.vestibule.privacy.ui.RetentionListModel;
import io.vestibule.privacy.ui.RetentionPane;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.util.List;

/// Creates the Privacy screen.
final class PrivacyScreen {

    private final Application application;
    private final ScreenContext screenContext;
    private final ScreenAdapter screenAdapter;

    PrivacyScreen(Application application, ScreenContext screenContext, ScreenAdapter screenAdapter) {
        this.application = application;
        this.screenContext = screenContext;
        this.screenAdapter = screenAdapter;
    }

    ScreenView view() {
        var privacy = application.privacy();
        return new PrivacyView(
                new AuditModel(
                        privacy.auditReader(),
                        privacy.auditCheck(),
                        privacy.auditExport(),
                        screenContext.work(),
                        screenContext.strings(),
                        screenAdapter::showProblem),
                new ErasuresModel(
                        privacy.erasures(),
                        privacy.receipts(),
                        screenContext.work(),
                        screenContext.strings(),
                        screenAdapter::onChange,
                        screenAdapter::showProblem),
                List.of(consent(), retention(), records()),
                screenContext.files(),
                words -> screenContext.banners().show(Banner.done(words)));
    }

    private PrivacySection consent() {
        var privacy = application.privacy();
        return new ConsentPane(
                new ConsentModel(
                        new ConsentModel.Sources(
                                privacy.consent().flow(),
                                privacy.consent().texts(),
                                screenAdapter::sites,
                                application.storage().people().bases().counts()::since),
                        screenContext.work(),
                        screenContext.strings(),
                        screenAdapter::showProblem),
                words -> screenContext.banners().show(Banner.done(words)));
    }

    private PrivacySection records() {
        return new RecordPane(
                new RecordModel(
                        application.privacy().records(),
                        screenContext.work(),
                        screenContext.strings(),
                        language -> Strings.load(language, ScreenContext.BUNDLES),
                        screenAdapter::showProblem,
                        words -> screenContext.banners().show(Banner.done(words))),
                screenContext.files());
    }

    private PrivacySection retention() {
        var privacy = application.privacy();
        return new RetentionPane(
                new RetentionListModel(
                        privacy.retention(),
                        privacy.retentionFlow(),
                        privacy.proofs(),
                        screenContext.work(),
                        screenContext.strings(),
                        screenAdapter::showProblem,
                        screenContext.banners()::show),
                screenContext.files());
    }
}
