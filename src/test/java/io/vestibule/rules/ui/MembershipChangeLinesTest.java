package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.who.MembershipChange;
import io.vestibule.ui.FxTest;
import io.vestibule.ui.Strings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class MembershipChangeLinesTest extends FxTest {

    @Test
    void whoJoinedAndWhoLeftIsNamed() {
        assertThat(lines(new MembershipChange(people("Ada", "Bea"), people("Cleo"), 0)))
                .extracting(Label::getText)
                .containsExactly("Joined: Ada, Bea", "Left: Cleo");
    }

    @Test
    void whoIsNotHereAnyMoreIsCounted() {
        assertThat(lines(new MembershipChange(List.of(), people("Cleo"), 1)))
                .extracting(Label::getText)
                .containsExactly("Left: Cleo, one deleted person");
        assertThat(lines(new MembershipChange(List.of(), List.of(), 3)))
                .extracting(Label::getText)
                .containsExactly("Left: 3 deleted people");
    }

    @Test
    void ofManySixAreInSightAndMoreInTheTooltip() {
        List<Person> many = IntStream.rangeClosed(1, 50)
                .mapToObj(number -> person("P" + number))
                .toList();

        Label line = lines(new MembershipChange(many, List.of(), 0)).getFirst();

        assertThat(line.getText()).isEqualTo("Joined: P1, P2, P3, P4, P5, P6, 44 more");
        assertThat(line.getTooltip().getText()).startsWith("P1, P2").endsWith("P39, P40, 10 more");
        assertThat(line.getAccessibleHelp()).isEqualTo(line.getTooltip().getText());
    }

    @Test
    void sixNeedNoTooltip() {
        List<Person> six = people("A", "B", "C", "D", "E", "F");

        assertThat(lines(new MembershipChange(six, List.of(), 0)).getFirst().getTooltip())
                .isNull();
    }

    @Test
    void whereNobodyMovedThereIsNoLine() {
        assertThat(lines(MembershipChange.NOBODY)).isEmpty();
    }

    private static List<Label> lines(MembershipChange membershipChange) {
        return onFx(() -> new MembershipChangeLines(Strings.strict("rules"), membershipChange)
                .getChildren().stream()
                        .map(line -> (Label) ((HBox) line).getChildren().getLast())
                        .toList());
    }

    private static List<Person> people(String... names) {
        return List.of(names).stream().map(MembershipChangeLinesTest::person).toList();
    }

    private static Person person(String name) {
        return new Person(
                PersonId.mint(),
                new CompanyId("acme-1"),
                UUID.randomUUID(),
                PersonKind.VISITOR,
                name,
                Contact.NONE,
                Set.of(),
                "",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                false);
    }
}
