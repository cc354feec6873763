package io.vestibule.setup.ui;

/// One number of days per kind of person, side by side.
public final class RetentionCard extends SettingsCard {

    public RetentionCard(RetentionModel model) {
        super(
                model.strings().text("setup.settings.keep"),
                model,
                model.strings().text("setup.settings.why-not"));
        getChildren()
                .addAll(
                        Fields.wrapped(model.strings().text("setup.settings.keep-note"), "quiet"),
                        Fields.settingsRow(model, model.fields()),
                        problemLabel(model));
    }
}
