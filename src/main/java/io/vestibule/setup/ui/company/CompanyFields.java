package io.vestibule.setup.ui.company;

import io.vestibule.setup.ui.Fields;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.LabelledField;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The fields of a [CompanyForm].
final class CompanyFields extends VBox {

    private final LabelledField<TextField> name;
    private final LabelledField<TextField> id;
    private final LabelledField<TextField> sites;

    CompanyFields(CompanyForm form, Strings strings) {
        super(8);
        name = Fields.line(strings.text("setup.first-run.company"), form.name(), form.nameCheck());
        id = Fields.line(strings.text("setup.first-run.id"), form.id(), form.idCheck());
        id.hint(strings.text("setup.first-run.id-hint"));
        sites = Fields.line(strings.text("setup.first-run.sites"), form.sites(), form.sitesCheck());
        sites.hint(strings.text("setup.first-run.sites-hint"));
        name.control().setId("company-name");
        id.control().setId("company-id");
        sites.control().setId("company-sites");
        getChildren().addAll(all());
    }

    List<LabelledField<TextField>> all() {
        return List.of(name, id, sites);
    }

    TextField first() {
        return name.control();
    }

    void fail(String problem) {
        id.fail(problem);
    }

    void reset() {
        all().forEach(LabelledField::reset);
    }
}
