package io.vestibule.setup.ui.directory;

import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The directory of the company: where it is, whom it names, when it is read, and a reading that changes nobody.
public final class DirectoryCard extends SettingsCard {

    private final DirectoryModel model;
    private final Strings strings;
    private final LabelledField<TextField> address;
    private final LabelledField<TextField> filter;
    private final LabelledField<TextField> attributes;

    public DirectoryCard(DirectoryModel model) {
        super(
                model.strings().text("setup.directory.title"),
                model,
                model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        address = Fields.line(strings.text("setup.directory.address"), model.address(), model::validateAddress);
        address.hint(strings.text("setup.directory.address-hint"));
        address.control().setId("directory-address");
        filter = Fields.line(strings.text("setup.directory.filter"), model.filter(), model::validateFilter);
        filter.hint(strings.text("setup.directory.filter-hint"));
        filter.control().setId("directory-filter");
        attributes =
                Fields.line(strings.text("setup.directory.attributes"), model.attributes(), model::validateAttributes);
        attributes.hint(strings.text("setup.directory.attributes-hint"));
        attributes.control().setId("directory-attributes");
        var base = Fields.line(strings.text("setup.directory.base"), model.base(), _ -> Optional.empty());
        base.hint(strings.text("setup.directory.base-hint"));
        base.control().setId("directory-base");
        var authorities =
                Fields.line(strings.text("setup.directory.authorities"), model.authorities(), _ -> Optional.empty());
        authorities.hint(strings.text("setup.directory.authorities-hint"));
        authorities.control().setId("directory-authorities");
        var consent = new CheckBox(strings.text("setup.directory.consent"));
        consent.setId("directory-consent");
        consent.setWrapText(true);
        consent.selectedProperty().bindBidirectional(model.consent());
        var result = Fields.wrapped("", "strong");
        result.textProperty().bind(model.result());
        result.visibleProperty().bind(model.result().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        var body = new VBox(
                12,
                Fields.wrapped(strings.text("setup.directory.note"), "quiet"),
                address,
                account(),
                base,
                filter,
                attributes,
                authorities,
                consent,
                buttons(),
                result,
                Fields.settingsRow(model, model.times()));
        body.disableProperty().bind(model.mayChange().not().or(model.busy()));
        if (model.isLocked()) {
            body.getChildren().add(1, Fields.wrapped(strings.text("setup.settings.fixed"), "quiet"));
        }
        getChildren().addAll(body, problemLabel(model));
    }

    private Node account() {
        var user = Fields.line(strings.text("setup.directory.user"), model.user(), _ -> Optional.empty());
        user.control().setId("directory-user");
        var secret = new PasswordField();
        secret.setId("directory-password");
        secret.textProperty().bindBidirectional(model.password());
        var password = new LabelledField<TextField>(strings.text("setup.directory.password"), secret);
        password.hint(strings.text("setup.directory.password-hint"));
        for (var field : java.util.List.of(user, password)) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(0); // so that both get the same width
        }
        return new HBox(12, user, password);
    }

    private Node buttons() {
        var trial = Buttons.of(
                new Command(strings.text("setup.directory.trial"), "mdi2c-connection", () -> whenValid(model::trial)));
        trial.setId("directory-trial");
        var save = Buttons.of(
                new Command(strings.text("setup.directory.save"), "mdi2c-check", () -> whenValid(model::save)));
        save.setId("directory-save");
        var sync = Buttons.of(
                new Command(strings.text("setup.directory.sync"), "mdi2s-sync", () -> whenValid(model::sync)));
        sync.setId("directory-sync");
        return new FlowPane(8, 8, trial, save, sync);
    }

    private void whenValid(Runnable action) {
        boolean valid = address.validate();
        valid &= filter.validate();
        valid &= attributes.validate();
        if (valid) {
            action.run();
        }
    }
}
