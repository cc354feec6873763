package io.vestibule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.base.CompanyId;
import io.vestibule.base.PersonId;
import io.vestibule.base.Problem;
import io.vestibule.people.Contact;
import io.vestibule.people.Person;
import io.vestibule.people.PersonKind;
import io.vestibule.people.Reach;
import io.vestibule.rules.DraftProblem.DraftSection;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.Week;
import io.vestibule.rules.week.ZoneReading;
import io.vestibule.rules.who.Member;
import io.vestibule.rules.who.Members;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.vms.Channel;
import io.vestibule.vms.Recipients;
import io.vestibule.vms.VmsId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each problem of a draft by itself: all others are in order.
class DraftValidatorTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final Member ACTIVE = member(Reach.FOUND, true);
    private static final Member WAITING = member(Reach.ON_THE_WAY, true);
    private static final Member OF_GROUP = member(Reach.FOUND, false);
    private static final Member LEFT_OUT = member(Reach.ON_THE_WAY, false);
    private static final Recipients DESK = new Recipients(List.of(), List.of("desk@example.com"), List.of());
    private static final Optional<VmsSnapshot> VMS = Optional.of(new VmsSnapshot(
            VmsId.EMBEDDED,
            0,
            io.vestibule.vms.RuleListing.EMPTY,
            List.of(camera(1, Channel.State.ONLINE), camera(2, Channel.State.OFFLINE)),
            List.of(),
            List.of("motion", "line_crossing"),
            NOW));
    private static final RuleDraft WHOLE = RuleDraft.empty(
                    new Timetable(Week.ALWAYS, ZoneOffset.UTC, ZoneReading.AS_TYPED))
            .withName("Guests")
            .withPeople(
                    new PeopleChoice(List.of("somebody"), List.of(new PeopleQuery(Optional.empty(), Optional.empty()))))
            .withCameras(List.of(1L))
            .withRecipients(DESK);

    @Test
    void aWholeDraftHasNoProblems() {
        assertThat(DraftValidator.validate(WHOLE, members(ACTIVE), VMS)).isEmpty();
    }

    @Test
    void aNameOfSpacesIsNone() {
        assertThat(DraftValidator.validate(WHOLE.withName("  "), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.NAME, Problem.of("rules.no-name")));
    }

    @Test
    void aNameMayBeTwoHundredCharactersLongAndSpacesAroundItDoNotCount() {
        String longest = "n".repeat(DraftValidator.LONGEST_NAME);

        assertThat(DraftValidator.validate(WHOLE.withName(" " + longest + " "), members(ACTIVE), VMS))
                .isEmpty();
        assertThat(DraftValidator.validate(WHOLE.withName(longest + "n"), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.NAME, Problem.of("rules.long-name", 200L)));
    }

    @Test
    void somebodyHasToBeChosen() {
        assertThat(DraftValidator.validate(WHOLE.withPeople(PeopleChoice.NOBODY), Members.NOBODY, VMS))
                .containsExactly(blocks(DraftSection.PEOPLE, Problem.of("rules.nobody")));
    }

    @Test
    void aGroupInWhichNobodyCanBeFoundBlocks() {
        assertThat(DraftValidator.validate(WHOLE, members(LEFT_OUT), VMS))
                .containsExactly(blocks(DraftSection.PEOPLE, Problem.of("rules.nobody-active")));
    }

    @Test
    void whoWasChosenAndCannotBeFoundBlocks() {
        assertThat(DraftValidator.validate(WHOLE, members(ACTIVE, WAITING, WAITING), VMS))
                .containsExactly(blocks(DraftSection.PEOPLE, Problem.of("rules.not-active", 2L)));
    }

    @Test
    void whoIsUnknownHereIsToldAndDoesNotBlock() {
        assertThat(DraftValidator.validate(WHOLE, new Members(List.of(ACTIVE), List.of("x", "y", "z")), VMS))
                .containsExactly(warns(DraftSection.PEOPLE, Problem.of("rules.people-gone", 3L)));
    }

    @Test
    void whoIsLeftOutOfAGroupIsToldAndDoesNotBlock() {
        assertThat(DraftValidator.validate(WHOLE, members(OF_GROUP, LEFT_OUT), VMS))
                .containsExactly(warns(DraftSection.PEOPLE, Problem.of("rules.left-out", 1L)));
    }

    @Test
    void aCameraHasToBeChosen() {
        assertThat(DraftValidator.validate(WHOLE.withCameras(List.of()), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.CAMERAS, Problem.of("rules.no-camera")));
    }

    @Test
    void anEventHasToBeChosen() {
        assertThat(DraftValidator.validate(WHOLE.withEventAliases(List.of()), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.CAMERAS, Problem.of("rules.no-event")));
    }

    @Test
    void camerasThatTheVmsDoesNotHaveBlock() {
        assertThat(DraftValidator.validate(WHOLE.withCameras(List.of(1L, 8L, 9L)), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.CAMERAS, Problem.of("rules.camera-missing", 2L)));
    }

    @Test
    void eventsThatTheVmsDoesNotKnowBlock() {
        assertThat(DraftValidator.validate(WHOLE.withEventAliases(List.of("motion", "smoke")), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.CAMERAS, Problem.of("rules.event-missing", 1L)));
    }

    @Test
    void aCameraThatIsOfflineIsToldAndDoesNotBlock() {
        assertThat(DraftValidator.validate(WHOLE.withCameras(List.of(1L, 2L)), members(ACTIVE), VMS))
                .containsExactly(warns(DraftSection.CAMERAS, Problem.of("rules.camera-offline", 1L)));
    }

    @Test
    void camerasAndEventsAreNotJudgedWhileTheVmsWasNotReached() {
        RuleDraft strange = WHOLE.withCameras(List.of(2L, 9L)).withEventAliases(List.of("smoke"));

        assertThat(DraftValidator.validate(strange, members(ACTIVE), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aWeekInWhichNothingIsPaintedIsToldAndDoesNotBlock() {
        RuleDraft never = WHOLE.withTimetable(WHOLE.timetable().with(Week.NEVER));

        assertThat(DraftValidator.validate(never, members(ACTIVE), VMS))
                .containsExactly(warns(DraftSection.SCHEDULE, Problem.of("rules.never-armed")));
    }

    @Test
    void addressesThatCannotBeRightBlockAndAppsAreNotJudged() {
        Recipients wrong =
                new Recipients(List.of("anything"), List.of("desk", "desk@example.com"), List.of("416 555 0100"));

        assertThat(DraftValidator.validate(WHOLE.withRecipients(wrong), members(ACTIVE), VMS))
                .containsExactly(blocks(DraftSection.RECIPIENTS, Problem.of("rules.bad-address", 2L)));
    }

    @Test
    void aRuleThatTellsNobodyIsToldAndDoesNotBlock() {
        assertThat(DraftValidator.validate(WHOLE.withRecipients(Recipients.NOBODY), members(ACTIVE), VMS))
                .containsExactly(warns(DraftSection.RECIPIENTS, Problem.of("rules.nobody-told")));
        Recipients app = new Recipients(List.of("console-7"), List.of(), List.of());
        assertThat(DraftValidator.validate(WHOLE.withRecipients(app), members(ACTIVE), VMS))
                .isEmpty();
    }

    @Test
    void aDraftWithNothingInItHasItsProblemsInTheOrderOfTheScreen() {
        RuleDraft nothing = RuleDraft.empty(WHOLE.timetable().with(Week.NEVER)).withEventAliases(List.of());

        assertThat(DraftValidator.validate(nothing, Members.NOBODY, VMS))
                .extracting(DraftProblem::section)
                .containsExactly(
                        DraftSection.NAME,
                        DraftSection.PEOPLE,
                        DraftSection.CAMERAS,
                        DraftSection.CAMERAS,
                        DraftSection.SCHEDULE,
                        DraftSection.RECIPIENTS);
    }

    @Test
    void oneProblemThatBlocksIsEnoughToBlock() {
        DraftProblem note = warns(DraftSection.RECIPIENTS, Problem.of("rules.nobody-told"));

        assertThat(DraftValidator.blocked(List.of())).isFalse();
        assertThat(DraftValidator.blocked(List.of(note))).isFalse();
        assertThat(DraftValidator.blocked(List.of(note, blocks(DraftSection.NAME, Problem.of("rules.no-name")))))
                .isTrue();
    }

    private static DraftProblem blocks(DraftSection draftSection, Problem problem) {
        return new DraftProblem(draftSection, problem, true);
    }

    private static DraftProblem warns(DraftSection draftSection, Problem problem) {
        return new DraftProblem(draftSection, problem, false);
    }

    private static Members members(Member... known) {
        return new Members(Arrays.asList(known), List.of());
    }

    private static Member member(Reach reach, boolean chosen) {
        Person person = new Person(
                PersonId.mint(),
                new CompanyId("acme-1"),
                UUID.randomUUID(),
                PersonKind.VISITOR,
                "Ada",
                Contact.NONE,
                Set.of(),
                "",
                Optional.empty(),
                NOW,
                Optional.empty(),
                false);
        return new Member(person, reach, chosen);
    }

    private static Channel camera(long id, Channel.State state) {
        return new Channel(id, "Camera " + id, Optional.empty(), state, Set.of());
    }
}
