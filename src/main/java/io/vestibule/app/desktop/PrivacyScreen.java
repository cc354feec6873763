package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.privacy.ui.AuditModel;
import io.vestibule.privacy.ui.ConsentModel;
import io.vestibule.privacy.ui.ErasuresModel;
import io.vestibule.privacy.ui.PrivacyView;
import io.vestibule.ui.ScreenView;
import io.vestibule.ui.control.Banner;

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
                new ConsentModel(
                        new ConsentModel.Sources(
                                privacy.consentFlow(),
                                privacy.consentTexts(),
                                screenAdapter::sites,
                                application.storage().people().bases().counts()::since),
                        screenContext.work(),
                        screenContext.strings(),
                        screenAdapter::showProblem),
                screenContext.files(),
                words -> screenContext.banners().show(Banner.done(words)));
    }
}
