package io.vestibule.setup.ui.vms;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.people.Site;
import io.vestibule.setup.GroupRow;
import io.vestibule.setup.SiteLinkFlow;
import io.vestibule.setup.ui.SettingsCardModel;
import io.vestibule.setup.ui.SetupContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Camera groups and the sites that they are linked to.
public final class SiteLinkModel extends SettingsCardModel {

    private final SiteLinkFlow flow;
    private final Runnable changed;
    private final ObservableList<GroupRow> groups = FXCollections.observableArrayList();
    private final ObservableList<Site> sites = FXCollections.observableArrayList();
    private final BooleanProperty reading = new SimpleBooleanProperty(this, "reading");

    /// @param changed called after sites were added; FX thread
    public SiteLinkModel(SiteLinkFlow flow, Session session, SetupContext context, Runnable changed) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.flow = flow;
        this.changed = changed;
    }

    private record Found(List<GroupRow> groups, List<Site> sites) {}

    @Override
    public void refresh() {
        super.refresh();
        reading.set(true);
        work().runUnlisted(this::find, this::show, wrong -> {
            reading.set(false);
            groups.clear();
            problem().set(words(wrong));
        });
    }

    ObservableList<GroupRow> groups() {
        return groups;
    }

    ObservableList<Site> sites() {
        return sites;
    }

    BooleanProperty reading() {
        return reading;
    }

    void link(GroupRow row, Optional<Site> site) {
        if (!row.site().map(Site::id).equals(site.map(Site::id))) {
            change(() -> flow.link(row.group(), site), () -> {});
        }
    }

    void add(GroupRow row) {
        String name = row.group()
                .siteId()
                .map(id -> strings().text("setup.vms.site-name", id))
                .orElse(row.group().name());
        change(() -> flow.add(row.group(), name), changed);
    }

    private void change(Runnable task, Runnable then) {
        save(
                () -> {
                    task.run();
                    return find();
                },
                found -> {
                    show(found);
                    then.run();
                },
                words -> {
                    problem().set(words);
                    // The rows are rebuilt, which resets the choice.
                    groups.setAll(List.copyOf(groups));
                });
    }

    private Found find() {
        return new Found(flow.groups(), flow.sites());
    }

    private void show(Found found) {
        reading.set(false);
        sites.setAll(found.sites());
        groups.setAll(found.groups());
    }
}
