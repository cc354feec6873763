package io.vestibule.setup.ui;

import io.vestibule.audit.Permission;
import io.vestibule.audit.Session;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.people.PersonKind;
import io.vestibule.setup.SettingsFlow;
import java.util.List;
import java.util.stream.Stream;

/// The default retention period of each kind of person, in days.
public final class RetentionModel extends SettingsCardModel {

    private final List<SettingField<Integer>> fields;

    public RetentionModel(SettingsFlow settings, Session session, SetupContext context) {
        super(context, session, Permission.MANAGE_SETTINGS);
        this.fields = Stream.of(PersonKind.values())
                .map(kind -> new SettingField<>(
                        settings,
                        strings(),
                        EnrolKeys.days(kind),
                        new SettingField.Range<>(
                                strings().constant("setup.settings.keep", kind), "", 0, EnrolKeys.MAX_DAYS, days ->
                                        (int) Math.round(days))))
                .toList();
    }

    @Override
    public void refresh() {
        super.refresh();
        fields.forEach(SettingField::refresh);
    }

    List<SettingField<Integer>> fields() {
        return fields;
    }
}
