package io.vestibule.bulk.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;

/// People as a JSON array with one object a line, written as they come.
public final class PeopleJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Where the text goes.
    public interface Output {
        void write(String text) throws IOException;
    }

    private final Output out;
    private final ZoneId zone;
    private boolean begun;

    public PeopleJson(Output out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    public void add(ExportedPerson listed) {
        var person = listed.person();
        var one = JSON.createObjectNode();
        one.put("person", person.id().toString());
        one.put("number", listed.number());
        one.put("name", person.name());
        one.put("kind", PeopleFile.word(person.kind()));
        one.put("status", PeopleFile.word(listed.status()));
        one.put("email", person.contact().email());
        one.put("phone", person.contact().phone());
        one.put("host", person.contact().host());
        var sites = one.putArray("sites");
        listed.sites().forEach(sites::add);
        listed.lastDay(zone).ifPresent(day -> one.put("valid-until", day.toString()));
        write((begun ? ",\n" : "[\n") + one);
        begun = true;
    }

    /// Call once at the end, also if there was nobody.
    public void end() {
        write(begun ? "\n]" : "[]");
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
