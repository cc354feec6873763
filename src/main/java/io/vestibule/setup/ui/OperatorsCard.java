package io.vestibule.setup.ui;

import atlantafx.base.theme.Styles;
import io.vestibule.audit.Operator;
import io.vestibule.audit.Role;
import io.vestibule.setup.ui.company.CompanyForm;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The operators, their roles, and which of them is signed in.
final class OperatorsCard extends SettingsCard {

    private final OperatorsModel model;
    private final Strings strings;
    private final VBox rows = new VBox(8);

    OperatorsCard(OperatorsModel model) {
        super(
                model.strings().text("setup.settings.operators"),
                model,
                model.strings().text("setup.settings.operators-why-not"));
        this.model = model;
        this.strings = model.strings();
        Label open = Fields.wrapped(strings.text("setup.settings.not-protected"), "quiet");
        open.setGraphic(Icon.of("mdi2a-alert", "state-look"));
        model.rows().addListener((ListChangeListener<OperatorsModel.Row>)
                _ -> Fields.rebuildKeepingFocus(this, rows, this::build));
        build();
        getChildren().addAll(open, rows, adding(), problemLabel(model));
    }

    private void build() {
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
    }

    private VBox row(OperatorsModel.Row shown) {
        Operator operator = shown.operator();
        Label name = new Label(operator.name());
        Label state = new Label(
                shown.signedIn()
                        ? strings.text("setup.settings.here")
                        : operator.active() ? "" : strings.text("setup.settings.inactive"));
        state.getStyleClass().add("hint");
        VBox who = new VBox(name, state);
        state.setManaged(!state.getText().isEmpty());
        who.setAlignment(Pos.CENTER_LEFT);
        who.setMinWidth(120);
        HBox.setHgrow(who, Priority.ALWAYS);
        HBox row = new HBox(8, who, roles(operator));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(40);
        Button here =
                Buttons.of(new Command(strings.text("setup.settings.sign-in"), "", () -> model.signIn(operator.id())));
        here.setId("sign-in-" + operator.id());
        here.setAccessibleHelp(operator.name());
        // Keeps its space even while hidden, so that the columns stay aligned.
        here.setVisible(operator.active() && !shown.signedIn());
        row.getChildren().add(here);
        row.getChildren().add(toggle(operator));
        Label problem = Fields.wrapped(shown.problem());
        problem.setGraphic(Icon.of("mdi2c-close-circle", "state-refused"));
        problem.setVisible(!shown.problem().isEmpty());
        problem.setManaged(problem.isVisible());
        problem.getStyleClass().addAll(Styles.DANGER, "operator-problem");
        return new VBox(4, row, problem);
    }

    private ComboBox<Role> roles(Operator operator) {
        ComboBox<Role> box = roleBox();
        box.setValue(operator.role());
        box.setId("role-" + operator.id());
        box.setAccessibleText(strings.text("setup.settings.role-of", operator.name()));
        box.disableProperty().bind(model.mayChange().not());
        box.valueProperty().addListener((_, _, role) -> model.changeRole(operator.id(), role));
        return box;
    }

    private Button toggle(Operator operator) {
        String words = strings.text(operator.active() ? "setup.settings.deactivate" : "setup.settings.reactivate");
        Button button = Buttons.of(new Command(
                words,
                "",
                () -> {
                    if (operator.active()) {
                        model.deactivate(operator.id());
                    } else {
                        model.activate(operator.id());
                    }
                },
                model.mayChange()));
        button.getStyleClass().add(Styles.FLAT);
        // Wide enough for both words in both languages, so that the columns stay aligned.
        button.setPrefWidth(120);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("toggle-" + operator.id());
        button.setAccessibleHelp(operator.name());
        return button;
    }

    private HBox adding() {
        SimpleStringProperty name = new SimpleStringProperty("");
        LabelledField<TextField> field = Fields.bare(
                Fields.line(strings.text("setup.settings.operator-new"), name, CompanyForm.nameCheck(strings)));
        field.control().setPromptText(strings.text("setup.settings.operator-new"));
        field.control().setId("operator-new");
        field.control().disableProperty().bind(model.mayChange().not());
        ComboBox<Role> role = roleBox();
        role.setValue(Role.RECEPTION);
        role.setAccessibleText(strings.text("setup.settings.role"));
        role.disableProperty().bind(model.mayChange().not());
        Button add = Buttons.of(new Command(
                strings.text("setup.settings.add"),
                "mdi2p-plus",
                () -> {
                    if (field.validate()) {
                        model.add(
                                name.get(),
                                role.getValue(),
                                () -> {
                                    name.set("");
                                    field.reset();
                                    field.control().requestFocus();
                                },
                                field::fail);
                    } else {
                        field.control().requestFocus();
                    }
                },
                model.mayChange()));
        add.setId("operator-add");
        field.control().setOnAction(_ -> add.fire());
        return new HBox(8, field, role, add);
    }

    private ComboBox<Role> roleBox() {
        ComboBox<Role> box = new ComboBox<>();
        box.getItems().setAll(Role.values());
        box.setPrefWidth(156);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Role role) {
                return Optional.ofNullable(role)
                        .map(one -> strings.constant("setup.role", one))
                        .orElse("");
            }

            @Override
            public Role fromString(String words) {
                throw new UnsupportedOperationException("Roles are chosen, not typed");
            }
        });
        return box;
    }
}
