package io.vestibule.app.command.selfcheck;

import io.vestibule.camera.CameraKeys;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.check.CheckKeys;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.aws.ProfileSettings;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.inspect.InspectionKind;
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
        return Stream.of(app(), camera(), check(), cloud(), enrol(), inspect(), live(), rules(), vms())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DocumentedSetting> app() {
        return List.of(
                new DocumentedSetting(AppKeys.THEME, "Light or dark, or as the system is."),
                new DocumentedSetting(AppKeys.LANGUAGE, "The language of the window."),
                new DocumentedSetting(
                        AppKeys.LOG,
                        "How much goes into the log: warnings, the usual, or more. Of libraries always warnings only."),
                new DocumentedSetting(
                        AppKeys.WINDOW,
                        "Where the window opens: left, top, width and height, and whether it fills the screen."));
    }

    private static List<DocumentedSetting> camera() {
        return List.of(
                new DocumentedSetting(CameraKeys.SOURCE, "What the live picture comes from."),
                new DocumentedSetting(CameraKeys.DEVICE, "The webcam to try first."),
                new DocumentedSetting(CameraKeys.ADDRESS, "Address of the network camera. Its password is kept apart."),
                new DocumentedSetting(CameraKeys.USER, "Whom the network camera asks for."),
                new DocumentedSetting(
                        CameraKeys.READABLE,
                        "Whether a network camera may be used whose picture others on the network can see."),
                new DocumentedSetting(CameraKeys.FOLDER, "The folder that another program writes pictures to."));
    }

    private static List<DocumentedSetting> live() {
        return List.of(
                new DocumentedSetting(CaptureKeys.PLAN, "Which photos are taken by themselves."),
                new DocumentedSetting(CaptureKeys.SOUND, "Whether a sound tells that a photo was taken."));
    }

    private static List<DocumentedSetting> check() {
        return List.of(
                new DocumentedSetting(CheckKeys.FACE_REFUSE, "A face narrower than this is refused."),
                new DocumentedSetting(CheckKeys.FACE_WARN, "A face narrower than this is remarked on."),
                new DocumentedSetting(CheckKeys.TEMPLATE_REFUSE, "A face vector weaker than this is refused."),
                new DocumentedSetting(CheckKeys.TEMPLATE_WARN, "A face vector weaker than this is remarked on."),
                new DocumentedSetting(CheckKeys.SHARPNESS_REFUSE, "A photo less sharp than this is refused."),
                new DocumentedSetting(CheckKeys.SHARPNESS_WARN, "A photo less sharp than this is remarked on."),
                new DocumentedSetting(CheckKeys.DARK_REFUSE, "A face darker than this is refused (0 is black)."),
                new DocumentedSetting(CheckKeys.BRIGHT_REFUSE, "A face brighter than this is refused (255 is white)."));
    }

    private static List<DocumentedSetting> cloud() {
        var rates = Stream.of(Operation.values())
                .map(operation -> new DocumentedSetting(
                        Quotas.setting(operation),
                        "How often this call of Amazon Rekognition may be made; 0 for what the region allows."));
        return Stream.concat(connection().stream(), rates).toList();
    }

    private static List<DocumentedSetting> connection() {
        return List.of(
                new DocumentedSetting(
                        ProfileSettings.KIND,
                        "Where faces are kept: on this machine, or in AWS, and from where its credentials come."),
                new DocumentedSetting(
                        ProfileSettings.NAME, "The profile of AWS’s own files, where credentials come from one."),
                new DocumentedSetting(
                        ProfileSettings.COMMAND, "The program that prints credentials, where they come from one."),
                new DocumentedSetting(ProfileSettings.ROLE, "The role to take on, as its ARN; empty for none."),
                new DocumentedSetting(ProfileSettings.EXTERNAL_ID, "The external id that the role asks for."),
                new DocumentedSetting(ProfileSettings.REGION, "The region of AWS."),
                new DocumentedSetting(
                        ProfileSettings.FACES, "Another address of Rekognition, such as an interface endpoint."),
                new DocumentedSetting(ProfileSettings.PHOTOS, "Another address of S3."),
                new DocumentedSetting(ProfileSettings.ROLES, "Another address of STS, which lends roles."),
                new DocumentedSetting(ProfileSettings.PROXY, "The proxy on the way to AWS; empty for the system’s."),
                new DocumentedSetting(
                        ProfileSettings.PROXY_NAME, "Whom the proxy asks for; the password is kept apart."),
                new DocumentedSetting(
                        ProfileSettings.CERTIFICATES,
                        "A PEM file with the company’s own certification authorities, trusted beside the usual ones."),
                new DocumentedSetting(ProfileSettings.BUCKET, "The S3 bucket of the photos."),
                new DocumentedSetting(ProfileSettings.PREFIX, "The folder of the bucket that photos go to."),
                new DocumentedSetting(
                        ProfileSettings.PREVIOUS,
                        "The connection that was in use before, written by the program itself."),
                new DocumentedSetting(
                        ProfileSettings.BY_KEY, "Whether S3 encrypts by a key of KMS instead of by its own."),
                new DocumentedSetting(ProfileSettings.KEY, "Which key of KMS; empty for the account’s own."));
    }

    private static List<DocumentedSetting> enrol() {
        return List.of(
                new DocumentedSetting(
                        EnrolKeys.ASSOCIATE, "How much alike a new photo and a person's others have to be."),
                new DocumentedSetting(EnrolKeys.SEARCH, "How much alike somebody has to be to be found by a photo."),
                new DocumentedSetting(EnrolKeys.DUPLICATE, "From here on Save asks whether it is the same person."),
                new DocumentedSetting(
                        EnrolKeys.DUPLICATE_IN_MANY, "The same in a collection of more than 2,000 people."),
                new DocumentedSetting(
                        EnrolKeys.QUALITY_FILTER, "What the service itself refuses when it indexes a photo."),
                new DocumentedSetting(
                        EnrolKeys.VISITOR_DAYS, "Days that a visitor is kept where nothing else is chosen."),
                new DocumentedSetting(
                        EnrolKeys.EMPLOYEE_DAYS, "Days that an employee is kept where nothing else is chosen."),
                new DocumentedSetting(EnrolKeys.WATCH_DAYS, "Days until somebody on the watch list is reviewed."));
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
                                "Whether the embedded engine answers "
                                        + check.operation().apiName() + ".")));
        var model = new DocumentedSetting(
                InspectKeys.CUSTOM_MODEL,
                "ARN of the version of the company’s own model that DetectCustomLabels asks; empty for none.");
        return Stream.of(away, here, Stream.of(model))
                .flatMap(settings -> settings)
                .toList();
    }

    private static List<DocumentedSetting> rules() {
        return List.of(
                new DocumentedSetting(
                        RuleKeys.READING, "How the VMS reads the hours of new rules: as they are typed, or as UTC."),
                new DocumentedSetting(
                        RuleKeys.ZONE,
                        "Time zone of new rules and of the days of holidays; empty for that of the machine."));
    }

    private static List<DocumentedSetting> vms() {
        return List.of(new DocumentedSetting(
                VmsConnectionSettings.ADDRESS,
                "Address of the VMS; empty for the one that is built in. Its key is kept apart."));
    }
}
