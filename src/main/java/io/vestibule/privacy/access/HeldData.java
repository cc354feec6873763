package io.vestibule.privacy.access;

import java.util.List;

/// Everything that is stored about a person, as it is handed over. Its names are those of the JSON file, which other
/// programs read; times are in UTC, and what is not known is empty.
///
/// @param version of this format
/// @param language tag of the language in which the person was asked last; empty if they were not
/// @param rules names of the alert rules that look for the person
public record HeldData(
        int version,
        String madeAt,
        String company,
        String language,
        Person person,
        List<Answer> answers,
        List<Photo> photos,
        List<String> rules,
        List<Event> events) {

    static final int VERSION = 1;

    /// @param numbers under which other systems know the person
    public record Person(
            String id,
            String userId,
            String kind,
            String name,
            String email,
            String phone,
            String host,
            String note,
            List<String> sites,
            List<String> numbers,
            String created,
            String deletedAt) {}

    /// A consent, a refusal, or another legal basis.
    ///
    /// @param text as it was shown
    /// @param signature lines in the notation of SVG
    public record Answer(
            String at,
            String kind,
            String method,
            String textVersion,
            String text,
            String textSha256,
            String guardian,
            String signature,
            String basis,
            String source,
            String review) {}

    /// @param file name of the attached file
    /// @param complete whether it is the photo itself, and not only its thumbnail
    public record Photo(
            String id, String file, boolean complete, String takenAt, int width, int height, String sha256) {}

    /// Somebody looked at the data or changed them.
    ///
    /// @param action as in the audit log
    /// @param operator name; empty for automatic actions
    public record Event(String at, String action, String operator) {}
}
