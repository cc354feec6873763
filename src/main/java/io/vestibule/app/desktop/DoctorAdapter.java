package io.vestibule.app.desktop;

import io.vestibule.app.wiring.Application;
import io.vestibule.base.Problem;
import io.vestibule.doctor.ui.DoctorPort;
import io.vestibule.ui.control.Banner;

/// Gives the list of discrepancies what it needs of the rest of the program.
record DoctorAdapter(Application application, ScreenAdapter screenAdapter) implements DoctorPort {

    @Override
    public boolean isCharged() {
        return application.engine().charged();
    }

    @Override
    public AutoCloseable onChange(Runnable changed) {
        return application.storage().journal().onChange(_ -> changed.run());
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
