package io.vestibule.app.command.selfcheck;

import io.vestibule.camera.CameraKeys;
import io.vestibule.capture.CaptureKeys;
import io.vestibule.check.CheckKeys;
import io.vestibule.cloud.Operation;
import io.vestibule.cloud.Quotas;
import io.vestibule.cloud.aws.Profiles;
import io.vestibule.enrol.EnrolKeys;
import io.vestibule.inspect.Check;
import io.vestibule.inspect.InspectKeys;
import io.vestibule.rules.RuleKeys;
import io.vestibule.settings.Setting;
import io.vestibule.setup.ui.AppKeys;
import io.vestibule.vms.VmsConnections;
import java.util.List;
import java.util.stream.Stream;

/// Every key that the settings files can hold, for the self-check and for the page of all keys. A test finds one that
/// a room declares and that is missing here, and another the page that is not current.
///
/// @param what what it decides, in one sentence for administrators
public record KnownSetting(Setting<?> setting, String what) {

    /// Ordered by room.
    public static List<KnownSetting> all() {
        return Stream.of(app(), camera(), check(), cloud(), enrol(), inspect(), live(), rules(), vms())
                .flatMap(List::stream)
                .toList();
    }

    private static List<KnownSetting> app() {
        return List.of(
                new KnownSetting(AppKeys.THEME, "Light or dark, or as the system is."),
                new KnownSetting(AppKeys.LANGUAGE, "The language of the window."),
                new KnownSetting(
                        AppKeys.LOG,
                        "How much goes into the log: warnings, the usual, or more. Of libraries always warnings only."),
                new KnownSetting(
                        AppKeys.WINDOW,
                        "Where the window opens: left, top, width and height, and whether it fills the screen."));
    }

    private static List<KnownSetting> camera() {
        return List.of(
                new KnownSetting(CameraKeys.SOURCE, "What the live picture comes from."),
                new KnownSetting(CameraKeys.DEVICE, "The webcam to try first."),
                new KnownSetting(CameraKeys.ADDRESS, "Address of the network camera. Its password is kept apart."),
                new KnownSetting(CameraKeys.USER, "Whom the network camera asks for."),
                new KnownSetting(
                        CameraKeys.READABLE,
                        "Whether a network camera may be used whose picture others on the network can see."),
                new KnownSetting(CameraKeys.FOLDER, "The folder that another program writes pictures to."));
    }

    private static List<KnownSetting> live() {
        return List.of(
                new KnownSetting(CaptureKeys.PLAN, "Which photos are taken by themselves."),
                new KnownSetting(CaptureKeys.SOUND, "Whether a sound tells that a photo was taken."));
    }

    private static List<KnownSetting> check() {
        return List.of(
                new KnownSetting(CheckKeys.FACE_REFUSE, "A face narrower than this is refused."),
                new KnownSetting(CheckKeys.FACE_WARN, "A face narrower than this is remarked on."),
                new KnownSetting(CheckKeys.TEMPLATE_REFUSE, "A face vector weaker than this is refused."),
                new KnownSetting(CheckKeys.TEMPLATE_WARN, "A face vector weaker than this is remarked on."),
                new KnownSetting(CheckKeys.SHARPNESS_REFUSE, "A photo less sharp than this is refused."),
                new KnownSetting(CheckKeys.SHARPNESS_WARN, "A photo less sharp than this is remarked on."),
                new KnownSetting(CheckKeys.DARK_REFUSE, "A face darker than this is refused (0 is black)."),
                new KnownSetting(CheckKeys.BRIGHT_REFUSE, "A face brighter than this is refused (255 is white)."));
    }

    private static List<KnownSetting> cloud() {
        var rates = Stream.of(Operation.values())
                .map(operation -> new KnownSetting(
                        Quotas.setting(operation),
                        "How often this call of Amazon Rekognition may be made; 0 for what the region allows."));
        return Stream.concat(connection().stream(), rates).toList();
    }

    private static List<KnownSetting> connection() {
        return List.of(
                new KnownSetting(
                        Profiles.KIND,
                        "Where faces are kept: on this machine, or in AWS, and from where its credentials come."),
                new KnownSetting(Profiles.NAME, "The profile of AWS’s own files, where credentials come from one."),
                new KnownSetting(Profiles.COMMAND, "The program that prints credentials, where they come from one."),
                new KnownSetting(Profiles.ROLE, "The role to take on, as its ARN; empty for none."),
                new KnownSetting(Profiles.EXTERNAL_ID, "The external id that the role asks for."),
                new KnownSetting(Profiles.REGION, "The region of AWS."),
                new KnownSetting(Profiles.FACES, "Another address of Rekognition, such as an interface endpoint."),
                new KnownSetting(Profiles.PHOTOS, "Another address of S3."),
                new KnownSetting(Profiles.ROLES, "Another address of STS, which lends roles."),
                new KnownSetting(Profiles.PROXY, "The proxy on the way to AWS; empty for the system’s."),
                new KnownSetting(Profiles.PROXY_NAME, "Whom the proxy asks for; the password is kept apart."),
                new KnownSetting(
                        Profiles.CERTIFICATES,
                        "A PEM file with the company’s own certification authorities, trusted beside the usual ones."),
                new KnownSetting(Profiles.BUCKET, "The S3 bucket of the photos."),
                new KnownSetting(Profiles.PREFIX, "The folder of the bucket that photos go to."),
                new KnownSetting(
                        Profiles.BEFORE, "The connection that was in use before, written by the program itself."),
                new KnownSetting(Profiles.BY_KEY, "Whether S3 encrypts by a key of KMS instead of by its own."),
                new KnownSetting(Profiles.KEY, "Which key of KMS; empty for the account’s own."));
    }

    private static List<KnownSetting> enrol() {
        return List.of(
                new KnownSetting(EnrolKeys.ASSOCIATE, "How much alike a new photo and a person's others have to be."),
                new KnownSetting(EnrolKeys.SEARCH, "How much alike somebody has to be to be found by a photo."),
                new KnownSetting(EnrolKeys.DUPLICATE, "From here on Save asks whether it is the same person."),
                new KnownSetting(EnrolKeys.DUPLICATE_IN_MANY, "The same in a collection of more than 2,000 people."),
                new KnownSetting(EnrolKeys.QUALITY_FILTER, "What the service itself refuses when it indexes a photo."),
                new KnownSetting(EnrolKeys.VISITOR_DAYS, "Days that a visitor is kept where nothing else is chosen."),
                new KnownSetting(
                        EnrolKeys.EMPLOYEE_DAYS, "Days that an employee is kept where nothing else is chosen."),
                new KnownSetting(EnrolKeys.WATCH_DAYS, "Days until somebody on the watch list is reviewed."));
    }

    private static List<KnownSetting> inspect() {
        var away = Stream.of(Check.values())
                .map(check -> new KnownSetting(
                        InspectKeys.aws(check),
                        "Whether photos are sent to " + check.operation().spelling()
                                + " of Amazon Rekognition, which is billed."));
        var here = Stream.of(Check.values())
                .flatMap(check -> InspectKeys.embedded(check).stream()
                        .map(setting -> new KnownSetting(
                                setting,
                                "Whether the embedded engine answers "
                                        + check.operation().spelling() + ".")));
        var model = new KnownSetting(
                InspectKeys.CUSTOM_MODEL,
                "ARN of the version of the company’s own model that DetectCustomLabels asks; empty for none.");
        return Stream.of(away, here, Stream.of(model))
                .flatMap(settings -> settings)
                .toList();
    }

    private static List<KnownSetting> rules() {
        return List.of(
                new KnownSetting(
                        RuleKeys.READING, "How the VMS reads the hours of new rules: as they are typed, or as UTC."),
                new KnownSetting(
                        RuleKeys.ZONE,
                        "Time zone of new rules and of the days of holidays; empty for that of the machine."));
    }

    private static List<KnownSetting> vms() {
        return List.of(new KnownSetting(
                VmsConnections.ADDRESS,
                "Address of the VMS; empty for the one that is built in. Its key is kept apart."));
    }
}
