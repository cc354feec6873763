package io.vestibule.doctor;

import io.vestibule.settings.Setting;

/// The settings of this room.
public final class DoctorKeys {

    /// Off at first: on AWS each run costs money.
    public static final Setting<Boolean> MONTHLY_TEST = Setting.flag("doctor.monthly-self-test", false);

    private DoctorKeys() {}
}
