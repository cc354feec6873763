package io.vestibule.setup.ui.company;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.base.CompanyId;
import io.vestibule.people.Company;
import io.vestibule.people.Site;
import io.vestibule.setup.CompanyFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Companies, which of them is active, and the sites of that one.
public final class CompanyModel extends SettingsCardModel {

    private final CompanyFlow flow;
    private final SetupContext context;
    private final CompanyForm form;
    private final ObservableList<Company> companies = FXCollections.observableArrayList();
    private final ObservableList<Site> sites = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Company>> active =
            new SimpleObjectProperty<>(this, "active", Optional.empty());
    private final BooleanProperty adding = new SimpleBooleanProperty(this, "adding");

    public CompanyModel(CompanyFlow flow, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
        this.context = context;
        this.form = new CompanyForm(context.strings(), "");
    }

    private record Found(List<Company> companies, List<Site> sites) {}

    @Override
    public void refresh() {
        super.refresh();
        work().runUnlisted(this::find, this::show, wrong -> problem().set(words(wrong)));
    }

    public CompanyForm form() {
        return form;
    }

    public ObservableList<Company> companies() {
        return companies;
    }

    public ObservableList<Site> sites() {
        return sites;
    }

    public ObjectProperty<Optional<Company>> active() {
        return active;
    }

    /// Whether the form of another company is open.
    public BooleanProperty adding() {
        return adding;
    }

    public void add(Consumer<String> failed) {
        CompanyFlow.NewCompany wanted = form.company();
        save(
                () -> {
                    flow.add(wanted);
                    return find();
                },
                found -> {
                    form.reset();
                    adding.set(false);
                    changed(found);
                    ensureCollections();
                },
                failed);
    }

    public void activate(CompanyId company) {
        change(() -> flow.activate(company), problem()::set);
    }

    public void rename(String name, Consumer<String> failed) {
        active.get()
                .filter(company -> !company.name().equals(name.strip()))
                .ifPresent(company -> change(() -> flow.rename(company.id(), name), failed));
    }

    public void addSite(String name, Consumer<String> failed) {
        active.get().ifPresent(company -> change(() -> flow.addSite(company.id(), name), failed));
    }

    public void rename(Site site, String name, Consumer<String> failed) {
        if (!site.name().equals(name.strip())) {
            change(() -> flow.rename(site, name), failed);
        }
    }

    public void remove(Site site, Consumer<String> failed) {
        change(() -> flow.remove(site), failed);
    }

    private void change(Runnable task, Consumer<String> failed) {
        save(
                () -> {
                    task.run();
                    return find();
                },
                this::changed,
                failed);
    }

    private void ensureCollections() {
        work().run(
                        strings().text("setup.first-run.collection"),
                        () -> {
                            context.ensureCollections().run();
                            return find();
                        },
                        this::show,
                        wrong -> problem().set(words(wrong)));
    }

    private Found find() {
        return new Found(
                flow.all(), flow.active().map(found -> flow.sites(found.id())).orElse(List.of()));
    }

    private void changed(Found found) {
        show(found);
        context.companyChanged().run();
    }

    private void show(Found found) {
        active.set(found.companies().stream().filter(Company::active).findFirst());
        companies.setAll(found.companies());
        sites.setAll(found.sites());
    }
}
