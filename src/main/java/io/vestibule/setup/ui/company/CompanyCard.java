package io.vestibule.setup.ui.company;

import atlantafx.base.theme.Styles;
import io.vestibule.people.Company;
import io.vestibule.setup.ui.Fields;
import io.vestibule.setup.ui.SettingsCard;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.Icon;
import io.vestibule.ui.control.LabelledField;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The active company, its collection and sites, and the other companies.
public final class CompanyCard extends SettingsCard {

    private final CompanyModel model;
    private final Strings strings;
    private final SimpleStringProperty name = new SimpleStringProperty("");
    private final LabelledField<TextField> rename;
    private final VBox others = new VBox(8);

    public CompanyCard(CompanyModel model) {
        super(
                model.strings().text("setup.settings.company"),
                model,
                model.strings().text("setup.settings.why-not"));
        this.model = model;
        this.strings = model.strings();
        this.rename = Fields.line(strings.text("setup.first-run.company"), name, CompanyForm.nameCheck(strings));
        rename.control().setId("active-company");
        rename.control().disableProperty().bind(model.mayChange().not());
        Fields.commit(rename.control(), this::rename);
        model.active().subscribe(company -> name.set(company.map(Company::name).orElse("")));
        model.companies()
                .addListener((ListChangeListener<Company>) _ -> Fields.rebuildKeepingFocus(this, others, this::others));
        others();
        getChildren().addAll(rename, collection(), new SiteRows(model), others, adding(), problemLabel(model));
    }

    public TextField first() {
        return rename.control();
    }

    private void rename() {
        if (rename.validate()) {
            model.rename(name.get(), rename::fail);
        }
    }

    private HBox collection() {
        TextField id = new TextField();
        id.setEditable(false);
        id.setId("collection-id");
        LabelledField<TextField> field = new LabelledField<>(strings.text("setup.settings.collection"), id);
        field.hint(strings.text("setup.settings.collection-hint"));
        model.active()
                .subscribe(company -> id.setText(company.flatMap(Company::externalFaceCollectionId)
                        .orElse(strings.text("setup.settings.no-collection"))));
        HBox.setHgrow(field, Priority.ALWAYS);
        return Fields.besideField(
                field, Buttons.of(new Command(strings.text("setup.settings.copy"), "mdi2c-content-copy", () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(id.getText());
                    Clipboard.getSystemClipboard().setContent(content);
                })));
    }

    private void others() {
        others.getChildren().setAll(Fields.strong(strings.text("setup.settings.companies")));
        model.companies().forEach(company -> others.getChildren().add(row(company)));
    }

    private HBox row(Company company) {
        Label label = new Label(company.name());
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(12, label);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(36);
        if (company.active()) {
            Label active = new Label(strings.text("setup.settings.active"), Icon.of("mdi2c-check", "state-done"));
            row.getChildren().add(active);
        } else {
            Button choose = Buttons.of(new Command(
                    strings.text("setup.settings.activate"),
                    "",
                    () -> model.activate(company.id()),
                    model.mayChange()));
            choose.setId("activate-" + company.id());
            choose.setAccessibleHelp(company.name());
            row.getChildren().add(choose);
        }
        return row;
    }

    private VBox adding() {
        CompanyFields fields = new CompanyFields(model.form(), strings);
        Button open = Buttons.of(new Command(
                strings.text("setup.settings.company-add"),
                "mdi2p-plus",
                () -> {
                    fields.reset();
                    model.adding().set(true);
                    fields.first().requestFocus();
                },
                model.mayChange()));
        open.setId("company-open");
        Button add = Buttons.of(new Command(strings.text("setup.settings.company-make"), "", () -> {
            if (LabelledField.validateAll(fields.all())) {
                model.add(fields::fail);
            }
        }));
        add.setId("company-add");
        fields.all().forEach(field -> field.control().setOnAction(_ -> add.fire()));
        Button cancel = Buttons.of(new Command(strings.text("setup.settings.cancel"), "", () -> {
            model.form().reset();
            model.adding().set(false);
        }));
        cancel.getStyleClass().add(Styles.FLAT);
        VBox form = new VBox(8, fields, new HBox(8, add, cancel));
        form.visibleProperty().bind(model.adding());
        form.managedProperty().bind(model.adding());
        open.visibleProperty().bind(model.adding().not());
        open.managedProperty().bind(open.visibleProperty());
        model.adding().subscribe((was, is) -> {
            if (was && !is) {
                open.requestFocus();
            }
        });
        return new VBox(open, form);
    }
}
