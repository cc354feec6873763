package io.vestibule.privacy.consent;

import io.vestibule.settings.Setting;

/// What the consent texts say of the company, beside its name.
public final class ConsentKeys {

    /// Longest of these texts, in characters.
    public static final int LONGEST = 300;

    public static final Setting<String> CONTROLLER = Setting.text("privacy.controller", "", ConsentKeys::isFit);
    public static final Setting<String> CONTACT = Setting.text("privacy.contact", "", ConsentKeys::isFit);
    public static final Setting<String> COMPLAINTS = Setting.text("privacy.complaints", "", ConsentKeys::isFit);

    private ConsentKeys() {}

    private static boolean isFit(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    }
}
