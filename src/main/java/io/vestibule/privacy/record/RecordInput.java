package io.vestibule.privacy.record;

/// What the program cannot know.
///
/// @param controller name and address of who is responsible; empty for the name of the company
/// @param contact for questions, and for withdrawing consent
/// @param authority that hears complaints
/// @param web address of the whole notice, for the code on the sign; may be empty
public record RecordInput(String controller, String contact, String authority, String web, RecordFact.OptOut optOut) {

    public static final int LONGEST = 300;

    public RecordInput {
        controller = line(controller);
        contact = line(contact);
        authority = line(authority);
        web = line(web);
    }

    private static String line(String typed) {
        var text = typed.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
