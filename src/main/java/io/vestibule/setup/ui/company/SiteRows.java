package io.vestibule.setup.ui.company;

import io.vestibule.people.Site;
import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Command;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Buttons;
import io.vestibule.ui.control.LabelledField;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sites of the active company: rename in place, remove, add.
final class SiteRows extends VBox {

    private final CompanyModel model;
    private final Strings strings;
    private final VBox rows = new VBox();

    SiteRows(CompanyModel model) {
        super(4);
        this.model = model;
        this.strings = model.strings();
        model.sites().addListener((ListChangeListener<Site>) _ -> Fields.rebuildKeepingFocus(this, rows, this::build));
        build();
        getChildren().addAll(Fields.strong(strings.text("setup.settings.sites")), rows, adding());
    }

    private void build() {
        rows.getChildren().setAll(model.sites().stream().map(this::row).toList());
    }

    private HBox row(Site site) {
        SimpleStringProperty name = new SimpleStringProperty(site.name());
        LabelledField<TextField> field =
                Fields.bare(Fields.line(strings.text("setup.settings.site"), name, CompanyForm.nameCheck(strings)));
        field.control().setId("site-" + site.id());
        field.control().disableProperty().bind(model.mayChange().not());
        Fields.commit(field.control(), () -> {
            if (field.validate()) {
                model.rename(site, name.get(), field::fail);
            }
        });
        Button remove = Buttons.icon(new Command(
                strings.text("setup.settings.site-remove", site.name()),
                "mdi2t-trash-can-outline",
                () -> model.remove(site, field::fail),
                model.mayChange()));
        remove.setId("remove-" + site.id());
        return new HBox(8, field, remove);
    }

    private HBox adding() {
        SimpleStringProperty name = new SimpleStringProperty("");
        LabelledField<TextField> field =
                Fields.bare(Fields.line(strings.text("setup.settings.site-new"), name, CompanyForm.nameCheck(strings)));
        field.control().setPromptText(strings.text("setup.settings.site-new"));
        field.control().setId("site-new");
        field.control().disableProperty().bind(model.mayChange().not());
        Button add = Buttons.of(new Command(
                strings.text("setup.settings.add"),
                "mdi2p-plus",
                () -> {
                    if (field.validate()) {
                        model.addSite(name.get(), field::fail);
                    } else {
                        field.control().requestFocus();
                    }
                },
                model.mayChange()));
        add.setId("site-add");
        field.control().setOnAction(_ -> add.fire());
        model.sites().addListener((ListChangeListener<Site>) _ -> {
            name.set("");
            field.reset();
        });
        return new HBox(8, field, add);
    }
}
