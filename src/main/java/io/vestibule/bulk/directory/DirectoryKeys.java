package io.vestibule.bulk.directory;

import io.vestibule.settings.Setting;

/// The settings of the directory. Its password is in the vault, under [#PASSWORD].
public final class DirectoryKeys {

    /// `ldaps://host` or `ldap://host`, with a port if it is not the usual one; empty for none.
    public static final Setting<String> ADDRESS = Setting.text(
            "bulk.directory.address",
            "",
            text -> text.isEmpty() || DirectoryAddress.parse(text).isPresent());

    /// Distinguished name, or for Active Directory also `name@domain`, of the account that reads the directory.
    public static final Setting<String> USER = Setting.text("bulk.directory.user", "");

    /// Distinguished name of the branch below which people are.
    public static final Setting<String> BASE = Setting.text("bulk.directory.base", "");

    /// LDAP filter of the people who are stored.
    public static final Setting<String> FILTER = Setting.text(
            "bulk.directory.filter", "(&(objectClass=person)(employeeNumber=*))", DirectoryAttributes::isFilter);

    /// Which attribute holds what, see [DirectoryAttributes].
    public static final Setting<String> ATTRIBUTES = Setting.text(
            "bulk.directory.attributes",
            "key=employeeNumber; name=displayName; email=mail; phone=telephoneNumber; note=department;"
                    + " photo=jpegPhoto,thumbnailPhoto",
            text -> DirectoryAttributes.parse(text).isPresent());

    /// Attribute with the time of the last change; empty to read everybody each time.
    public static final Setting<String> CHANGED = Setting.text("bulk.directory.changed", "modifyTimestamp");

    /// PEM file with certificate authorities beside those of Java; empty for none.
    public static final Setting<String> AUTHORITIES = Setting.text("bulk.directory.authorities", "");

    /// Whether somebody holds a signed consent of everybody whom the directory names.
    public static final Setting<Boolean> CONSENT = Setting.flag("bulk.directory.paper-consent", false);

    /// Days between the first time that somebody is missing and their removal.
    public static final Setting<Integer> GRACE = Setting.integer("bulk.directory.grace-days", 14, 0, 365, "");

    /// Hours between two readings while the window is open; 0 for none.
    public static final Setting<Integer> HOURS = Setting.integer("bulk.directory.hours", 0, 0, 168, "");

    /// Name of the password in the vault.
    public static final String PASSWORD = "bulk.directory.password";

    private DirectoryKeys() {}
}
