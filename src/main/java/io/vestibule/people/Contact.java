package io.vestibule.people;

import java.util.stream.Stream;

/// Contact data of a person, and whom they visit. Each may be empty, none is null.
public record Contact(String email, String phone, String host) {

    public static final Contact NONE = new Contact("", "", "");

    /// Tells two people of one name apart: whom they visit, or how they are reached; empty if nothing is known.
    public String detail() {
        return Stream.of(host, email, phone)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
