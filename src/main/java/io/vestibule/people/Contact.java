package io.vestibule.people;

/// Contact data of a person, and whom they visit. Each may be empty, none is null.
public record Contact(String email, String phone, String host) {

    public static final Contact NONE = new Contact("", "", "");
}
