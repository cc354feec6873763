package io.vestibule.app.command.selfcheck;

import io.vestibule.backup.BackupKeys;
import io.vestibule.bulk.directory.DirectoryKeys;
import io.vestibule.bulk.people.BulkKeys;
import io.vestibule.camera.CameraKeys;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.check.CheckKeys;
import io.vestibule.clock.ClockKeys;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.doctor.DoctorKeys;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.inspect.InspectionKind;
import io.vestibule.privacy.consent.ConsentKeys;
import io.vestibule.rules.RuleKeys;
import io.vestibule.settings.Setting;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.vms.VmsConnectionSettings;
import java.util.List;
import java.util.stream.Stream;

/// Every key that the settings files can hold, for the self-check and for the reference page of all keys. One test
/// finds a key that a package declares and that is missing here, another one a page that is out of date.
///
/// @param description what the setting decides, in one sentence for administrators
public record DocumentedSetting(Setting<?> setting, String description) {

    /// Ordered by package.
    public static List<DocumentedSetting> all() {
        return Stream.of(
                        app(), backup(), bulk(), camera(), check(), clock(), cloud(), doctor(), enrol(), inspect(),
                        live(), privacy(), rules(), vms())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DocumentedSetting> app() {
        return List.of(
                new DocumentedSetting(AppKeys.THEME, "Colour theme: light, dark, or that of the system."),
                new DocumentedSetting(
                        AppKeys.TEXT_SIZE,
                        "Size of text and controls in percent, or that of the system (GNOME, Windows). What does not fit is reached by scrolling."),
                new DocumentedSetting(AppKeys.LANGUAGE, "Language of the window."),
                new DocumentedSetting(
                        AppKeys.LOG, "Log level: warnings, normal, or detailed. Libraries log warnings only."),
                new DocumentedSetting(
                        AppKeys.WINDOW,
                        "Position of the window: left, top, width, height, and whether it is maximised."));
    }

    private static List<DocumentedSetting> backup() {
        return List.of(
                new DocumentedSetting(
                        BackupKeys.FOLDER,
                        "Absolute path of the folder for backups, which may be a share; empty for `backups` in the data"
                                + " folder."),
                new DocumentedSetting(
                        BackupKeys.HOURS, "Hours between two backups; 0 if none is made without being asked for."),
                new DocumentedSetting(BackupKeys.KEPT, "Number of backups that are kept."),
                new DocumentedSetting(
                        BackupKeys.DAYS,
                        "Days that a backup is kept, and after which nobody who was erased is in a backup."));
    }

    private static List<DocumentedSetting> bulk() {
        return List.of(
                new DocumentedSetting(
                        BulkKeys.REMOVE_MOST,
                        "Most people who are removed at once because a list no longer names them, or names them for removal;"
                                + " beyond it nobody is removed."),
                new DocumentedSetting(
                        BulkKeys.REMOVE_PERCENT,
                        "The same limit in per cent of the people of the company; the lower of the two counts."),
                new DocumentedSetting(
                        DirectoryKeys.ADDRESS,
                        "Directory of the people: `ldaps://host`, or `ldap://host` for StartTLS, with a port if it is not"
                                + " the usual one; empty for none."),
                new DocumentedSetting(
                        DirectoryKeys.USER,
                        "Distinguished name of the account that reads the directory. Its password is stored in the keyring."),
                new DocumentedSetting(DirectoryKeys.BASE, "Distinguished name of the branch below which people are."),
                new DocumentedSetting(DirectoryKeys.FILTER, "LDAP filter of the people who are stored."),
                new DocumentedSetting(
                        DirectoryKeys.ATTRIBUTES,
                        "Which attribute holds what: `field=attribute`, separated by semicolons; of several attributes,"
                                + " separated by commas, the first with a value counts."),
                new DocumentedSetting(
                        DirectoryKeys.CHANGED,
                        "Attribute with the time of the last change (`whenChanged` for Active Directory), so that only"
                                + " what has changed is read; empty to read everybody each time."),
                new DocumentedSetting(
                        DirectoryKeys.AUTHORITIES,
                        "PEM file with certificate authorities of the directory beside those of Java."),
                new DocumentedSetting(
                        DirectoryKeys.CONSENT,
                        "Whether somebody holds a signed consent of everybody whom the directory names; otherwise nobody"
                                + " is stored without an answer in an attribute."),
                new DocumentedSetting(
                        DirectoryKeys.GRACE,
                        "Days between the first time that somebody is missing from the directory and their removal."),
                new DocumentedSetting(
                        DirectoryKeys.HOURS,
                        "Hours between two readings of the directory while the window is open; 0 for none."));
    }

    private static List<DocumentedSetting> camera() {
        return List.of(
                new DocumentedSetting(CameraKeys.SOURCE, "Source of the live picture."),
                new DocumentedSetting(CameraKeys.DEVICE, "Preferred webcam."),
                new DocumentedSetting(
                        CameraKeys.ADDRESS, "Address of the network camera. Its password is stored in the keyring."),
                new DocumentedSetting(CameraKeys.USER, "User name for the network camera."),
                new DocumentedSetting(
                        CameraKeys.READABLE,
                        "Whether an unencrypted network camera may be used, whose picture others on the network can read."),
                new DocumentedSetting(CameraKeys.FOLDER, "Folder to which another program writes pictures."),
                new DocumentedSetting(CameraKeys.RECORDING, "Recording that is played like a camera."));
    }

    private static List<DocumentedSetting> privacy() {
        return List.of(
                new DocumentedSetting(
                        ConsentKeys.CONTROLLER,
                        "Who is responsible, with the address, as consent texts name it; empty for the name of the company."),
                new DocumentedSetting(
                        ConsentKeys.CONTACT,
                        "How consent is withdrawn, as consent texts say it; empty for the reception desk."),
                new DocumentedSetting(
                        ConsentKeys.COMPLAINTS,
                        "The authority that hears complaints, as consent texts name it; empty for that of the country."));
    }

    private static List<DocumentedSetting> live() {
        return List.of(
                new DocumentedSetting(CaptureKeys.PLAN, "Photos that are taken automatically."),
                new DocumentedSetting(CaptureKeys.SOUND, "Whether a shutter sound is played."));
    }

    private static List<DocumentedSetting> check() {
        return List.of(
                new DocumentedSetting(CheckKeys.FACE_REFUSE, "A narrower face is refused."),
                new DocumentedSetting(CheckKeys.FACE_WARN, "A narrower face gets a warning."),
                new DocumentedSetting(CheckKeys.TEMPLATE_REFUSE, "A face vector of a smaller norm is refused."),
                new DocumentedSetting(CheckKeys.TEMPLATE_WARN, "A face vector of a smaller norm gets a warning."),
                new DocumentedSetting(CheckKeys.SHARPNESS_REFUSE, "A less sharp photo is refused."),
                new DocumentedSetting(CheckKeys.SHARPNESS_WARN, "A less sharp photo gets a warning."),
                new DocumentedSetting(CheckKeys.DARK_REFUSE, "A darker face is refused (0 is black)."),
                new DocumentedSetting(CheckKeys.BRIGHT_REFUSE, "A brighter face is refused (255 is white)."));
    }

    private static List<DocumentedSetting> clock() {
        return List.of(new DocumentedSetting(
                ClockKeys.NTP_SERVER,
                "The NTP server that confirms the date after the computer’s clock jumped, host or host:port."));
    }

    private static List<DocumentedSetting> cloud() {
        var rates = Stream.of(Operation.values())
                .map(operation -> new DocumentedSetting(
                        Quotas.setting(operation),
                        "Rate limit of this Amazon Rekognition operation; 0 for the quota of the region."));
        return Stream.concat(connection().stream(), rates).toList();
    }

    private static List<DocumentedSetting> connection() {
        return List.of(
                new DocumentedSetting(
                        ProfileSettings.KIND,
                        "The face engine: embedded on this machine, or AWS with this source of credentials."),
                new DocumentedSetting(ProfileSettings.NAME, "Name of the AWS profile, if credentials come from one."),
                new DocumentedSetting(
                        ProfileSettings.COMMAND,
                        "Program that prints credentials, if they come from a credential process."),
                new DocumentedSetting(ProfileSettings.ROLE, "ARN of the role to assume; empty for none."),
                new DocumentedSetting(ProfileSettings.EXTERNAL_ID, "External ID that the role requires."),
                new DocumentedSetting(ProfileSettings.REGION, "AWS region."),
                new DocumentedSetting(
                        ProfileSettings.FACES,
                        "Endpoint of Rekognition, such as an interface endpoint; empty for the public one."),
                new DocumentedSetting(ProfileSettings.PHOTOS, "Endpoint of S3; empty for the public one."),
                new DocumentedSetting(
                        ProfileSettings.ROLES, "Endpoint of STS, for assuming roles; empty for the public one."),
                new DocumentedSetting(ProfileSettings.PROXY, "Proxy for calls to AWS; empty for that of the system."),
                new DocumentedSetting(
                        ProfileSettings.PROXY_NAME, "User name for the proxy. The password is stored in the keyring."),
                new DocumentedSetting(
                        ProfileSettings.CERTIFICATES,
                        "PEM file with the company’s own certificate authorities, trusted in addition to the usual ones."),
                new DocumentedSetting(ProfileSettings.BUCKET, "S3 bucket for the photos."),
                new DocumentedSetting(ProfileSettings.PREFIX, "Key prefix for the photos in the bucket."),
                new DocumentedSetting(ProfileSettings.PREVIOUS, "The previous connection, written by the program."),
                new DocumentedSetting(
                        ProfileSettings.BY_KEY,
                        "Whether S3 encrypts with a KMS key (SSE-KMS) instead of its own key (SSE-S3)."),
                new DocumentedSetting(
                        ProfileSettings.KEY, "ID or ARN of the KMS key; empty for the default key of the account."));
    }

    private static List<DocumentedSetting> doctor() {
        return List.of(new DocumentedSetting(
                DoctorKeys.MONTHLY_TEST,
                "Whether the gallery self-test runs every 30 days. On AWS each run costs money."));
    }

    private static List<DocumentedSetting> enrol() {
        return List.of(
                new DocumentedSetting(
                        EnrolKeys.ASSOCIATE, "Minimum similarity between a new photo and the person's others."),
                new DocumentedSetting(EnrolKeys.SEARCH, "Minimum similarity for a match in a search by photo."),
                new DocumentedSetting(
                        EnrolKeys.DUPLICATE, "Similarity from which Save asks whether this is the same person."),
                new DocumentedSetting(
                        EnrolKeys.DUPLICATE_IN_MANY, "The same for a collection of more than 2,000 people."),
                new DocumentedSetting(
                        EnrolKeys.FALSE_ALARMS_SEARCH,
                        "Of a hundred strangers, how many may match somebody in a search by photo. With the embedded"
                                + " engine the similarity needed rises with the number of people."),
                new DocumentedSetting(
                        EnrolKeys.FALSE_ALARMS_DUPLICATE,
                        "Of a hundred strangers, about how many Save may ask whether they are enrolled already."),
                new DocumentedSetting(
                        EnrolKeys.GUARDIAN_AGE,
                        "Age in years below which a parent or guardian answers the question for consent."),
                new DocumentedSetting(
                        EnrolKeys.COHORT,
                        "Full path of a file made by the command cohort, by which the embedded engine normalises its"
                                + " scores; empty for the bundled one. Read at start."),
                new DocumentedSetting(
                        EnrolKeys.QUALITY_FILTER, "Quality filter of the service when it indexes a photo."),
                new DocumentedSetting(EnrolKeys.VISITOR_DAYS, "Default retention period of visitors, in days."),
                new DocumentedSetting(EnrolKeys.EMPLOYEE_DAYS, "Default retention period of employees, in days."),
                new DocumentedSetting(
                        EnrolKeys.WATCH_DAYS, "Default time to the review of a watch list entry, in days."),
                new DocumentedSetting(
                        EnrolKeys.REVIEW_GRACE,
                        "Days for which a watch list entry stays after its review was due, while everybody is reminded;"
                                + " then it lapses."));
    }

    private static List<DocumentedSetting> inspect() {
        var away = Stream.of(InspectionKind.values())
                .map(inspectionKind -> new DocumentedSetting(
                        InspectKeys.aws(inspectionKind),
                        "Whether photos are sent to "
                                + inspectionKind.operation().apiName() + " of Amazon Rekognition, which is billed."));
        var here = Stream.of(InspectionKind.values())
                .flatMap(check -> InspectKeys.embedded(check).stream()
                        .map(setting -> new DocumentedSetting(
                                setting,
                                "Whether the embedded engine supports "
                                        + check.operation().apiName() + ".")));
        var model = new DocumentedSetting(
                InspectKeys.CUSTOM_MODEL,
                "ARN of the version of the company’s own model for DetectCustomLabels; empty for none.");
        return Stream.of(away, here, Stream.of(model))
                .flatMap(settings -> settings)
                .toList();
    }

    private static List<DocumentedSetting> rules() {
        return List.of(
                new DocumentedSetting(
                        RuleKeys.READING, "How the VMS interprets the hours of new rules: as local time, or as UTC."),
                new DocumentedSetting(
                        RuleKeys.ZONE, "Time zone of new rules and of holidays; empty for that of the machine."));
    }

    private static List<DocumentedSetting> vms() {
        return List.of(
                new DocumentedSetting(
                        VmsConnectionSettings.ADDRESS,
                        "Address of the VMS; empty for the embedded one. Its licence key is stored in the keyring."),
                new DocumentedSetting(
                        VmsConnectionSettings.CERTIFICATES,
                        "PEM file with the company’s own certificate authorities, trusted for the VMS in addition to"
                                + " those of the system."));
    }
}
