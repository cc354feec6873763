package io.vestibule.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The actions of the audit log that have a text on the screen. A code that was released is never renamed.
public enum AuditAction {
    PERSON_ENROLLED("person.enrolled"),
    PERSON_EDITED("person.edited"),
    PERSON_RENAMED("person.renamed"),
    PERSON_UPDATED("person.updated"),
    PERSON_RENEWED("person.renewed"),
    PERSON_RENEWAL_UNDONE("person.renewal-undone"),
    PERSON_EDIT_UNDONE("person.edit-undone"),
    PERSON_ENROLMENT_UNDONE("person.enrolment-undone"),
    PERSON_ASKED("person.asked"),
    PERSON_CONSENT_WITHDRAWN("person.consent-withdrawn"),
    PERSON_REMOVED("person.removed"),
    PERSON_RESTORED("person.restored"),
    PERSON_EXPIRED("person.expired"),
    PERSON_ERASED_AGAIN("person.erased-again"),
    PERSON_ERASED_ELSEWHERE("person.erased-elsewhere"),
    ERASURE_VERIFIED("erasure.verified"),
    PERSON_MERGED("person.merged"),
    PERSON_MERGE_UNDONE("person.merge-undone"),
    PERSON_DIFFERENT("person.different"),
    PERSON_ADOPTED("person.adopted"),
    PERSON_PHOTOS_ADDED("person.photos-added"),
    PERSON_PHOTO_MOVED_HERE("person.photo-moved-here"),
    PERSON_PHOTO_MOVED_AWAY("person.photo-moved-away"),
    PERSON_VIEWED("person.viewed"),
    PHOTO_VIEWED("photo.viewed"),
    PHOTO_LOOKED_AT("photo.looked-at"),
    PHOTO_ACCEPTED_LOWER("photo.accepted-lower"),
    PHOTO_ACCEPTANCE_UNDONE("photo.acceptance-undone"),
    PHOTO_INDEXED_AGAIN("photo.indexed-again"),
    PHOTO_LEFT_AS_IS("photo.left-as-is"),
    PHOTO_MOVED("photo.moved"),
    PHOTO_MOVE_UNDONE("photo.move-undone"),
    PHOTO_REMOVED("photo.removed"),
    PHOTO_REPLACED("photo.replaced"),
    PHOTO_RESTORED("photo.restored"),
    PHOTO_EXPIRED("photo.expired"),
    PHOTO_ERASED_AGAIN("photo.erased-again"),
    SEARCH_BY_FACE("search.by-face"),
    DOCUMENT_ALIKE("document.alike"),
    DOCUMENT_UNLIKE("document.unlike"),
    DOCUMENT_NO_FACE("document.no-face"),
    RULE_SENT("rule.sent"),
    RULE_SENT_OVER("rule.sent-over"),
    RULE_KEPT_UP("rule.kept-up"),
    RULE_DELETED("rule.deleted"),
    RULE_DELETION_REFUSED("rule.deletion-refused"),
    RULE_FORGOTTEN("rule.forgotten"),
    RULE_REMEMBERED("rule.remembered"),
    RULE_PAUSED("rule.paused"),
    RULE_RESUMED("rule.resumed"),
    RULE_ADOPTED("rule.adopted"),
    RULE_REMOTE_ACCEPTED("rule.remote-accepted"),
    RULE_FOLLOWED("rule.followed"),
    RULE_OF_OTHERS_FOLLOWED("rule.of-others-followed"),
    RULE_CALENDAR_FOLLOWED("rule.calendar-followed"),
    RULE_HOLIDAY_SET("rule.holiday-set"),
    RULE_HOLIDAY_REMOVED("rule.holiday-removed"),
    RULE_ATTEMPT_ADOPTED("rule.attempt-adopted"),
    RULE_ATTEMPT_DECLINED("rule.attempt-declined"),
    RULE_EXPORTED("rule.exported"),
    OPERATOR_SIGNED_IN("operator.signed-in"),
    OPERATOR_ADDED("operator.added"),
    OPERATOR_RENAMED("operator.renamed"),
    OPERATOR_ROLE_CHANGED("operator.role-changed"),
    OPERATOR_DEACTIVATED("operator.deactivated"),
    OPERATOR_ACTIVATED("operator.activated"),
    COMPANY_ADDED("company.added"),
    COMPANY_RENAMED("company.renamed"),
    COMPANY_ACTIVATED("company.activated"),
    SITE_ADDED("site.added"),
    SITE_RENAMED("site.renamed"),
    SITE_REMOVED("site.removed"),
    SITE_LINKED("site.linked"),
    SITE_UNLINKED("site.unlinked"),
    COLLECTION_LOST("collection.lost"),
    COLLECTION_FOUND("collection.found"),
    COLLECTION_TRANSFER("collection.transfer"),
    CLOUD_AWS("cloud.aws"),
    CLOUD_EMBEDDED("cloud.embedded"),
    VMS_CONNECTED("vms.connected"),
    VMS_EMBEDDED("vms.embedded"),
    VMS_CERTIFICATES("vms.certificates"),
    SETTINGS_CHANGED("settings.changed"),
    EXPIRY_APPROVED("expiry.approved"),
    EXPIRY_POSTPONED("expiry.postponed"),
    COLLECTION_COMPARED("collection.compared"),
    IMPORT_STARTED("import.started"),
    IMPORT_UNDONE("import.undone"),
    IMPORT_EXPORTED("import.exported"),
    IMPORT_MISSING_REMOVED("import.missing-removed"),
    PEOPLE_EXPORTED("people.exported"),
    JOB_GIVEN_UP("job.given-up"),
    BACKUP_MADE("backup.made"),
    BACKUP_FAILED("backup.failed"),
    BACKUP_DELETED("backup.deleted"),
    BACKUP_RESTORED("backup.restored"),
    SET_ASIDE_DELETED("set-aside.deleted"),
    KEY_MOVED("key.moved"),
    KEY_RECOVERY_SHOWN("key.recovery-shown"),
    CLOCK_DISTRUSTED("clock.distrusted"),
    CLOCK_SETTLED("clock.settled"),
    CLOCK_CONFIRMED("clock.confirmed"),
    AUDIT_KEYED("audit.keyed"),
    AUDIT_VERIFIED("audit.verified"),
    AUDIT_BROKEN("audit.broken"),
    AUDIT_EXPORTED("audit.exported"),
    RECEIPT_MADE("receipt.made");

    private static final Map<String, AuditAction> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AuditAction::code, Function.identity()));

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    /// As in the log, for example `person.removed`.
    public String code() {
        return code;
    }

    /// Empty for an action of another version of the program.
    public static Optional<AuditAction> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
