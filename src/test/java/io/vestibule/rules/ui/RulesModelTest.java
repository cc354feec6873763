package io.vestibule.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestibule.audit.Role;
import io.vestibule.local.vms.VmsFault;
import io.vestibule.people.PersonKind;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleRecord;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.who.PeopleChoice;
import io.vestibule.rules.who.PeopleQuery;
import io.vestibule.ui.HeldTaskRunner;
import io.vestibule.ui.control.Banner;
import io.vestibule.vms.AlertRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All rules of the screen: read, made, deleted and taken back, in and out of files.
class RulesModelTest extends RulesUi {

    @Test
    void itIsLoadedWithTheRulesOfOthersWhenThereAreNoneOfOurs() {
        assertThat(rules.loaded.get()).isFalse();

        check();

        assertThat(rules.loaded.get()).isTrue();
        assertThat(listed()).containsExactly("Gate held open", "Laptop left behind", "Movement in the car park");
        assertThat(rules.attentionCount().get()).isZero();
        assertThat(onFx(rules::drafts)).isEmpty();
    }

    @Test
    void whatIsKnownHereIsShownBeforeTheVmsAnswers() {
        at.sent("Guests");
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);

        doOnFx(() -> {
            work.hold();
            rules.refresh();
            work.letOneGo();
        });

        assertThat(listed()).containsExactly("Guests");
        doOnFx(work::letGo);
        assertThat(listed()).hasSize(4).startsWith("Guests");
    }

    @Test
    void aVmsThatIsAwayIsSaidAndOursAreListed() {
        at.sent("Guests");
        at.faults().failNext("GET", VmsFault.ILL, false);

        check();

        assertThat(listed()).containsExactly("Guests");
        assertThat(rules.report.get().orElseThrow().offline().orElseThrow().code())
                .isEqualTo("vms.ill");
        assertThat(desk.failed()).isEmpty();
    }

    @Test
    void aRuleThatDriftsIsSaidOnceAndCounted() {
        RuleRecord rule = at.sent("Guests");
        check();
        at.vms().delete(stored(rule).sent().orElseThrow().rule());

        check();
        check();

        assertThat(rules.attentionCount().get()).isEqualTo(1);
        assertThat(desk.said()).containsExactly("One rule needs attention. The list of rules says why.");
    }

    @Test
    void aNewRuleIsKeptSelectedAndTakesTheKeyboardOnce() {
        check();

        doOnFx(rules::create);

        RuleRecord made = records().getFirst();
        assertThat(rules.selected.get()).contains(made.id().toString());
        assertThat(listed()).first().isEqualTo("New rule");
        assertThat(rules.consumeJustCreated(made.id().toString())).isTrue();
        assertThat(rules.consumeJustCreated(made.id().toString())).isFalse();
    }

    @Test
    void aRuleWithNothingInItIsGoneOnWithInsteadOfAnother() {
        check();
        doOnFx(rules::create);
        doOnFx(() -> {
            rules.selected.set(Optional.empty());
            rules.typed.set("something else");
        });

        doOnFx(rules::create);

        assertThat(records()).hasSize(1);
        assertThat(rules.selected.get()).contains(records().getFirst().id().toString());
        assertThat(rules.typed.get()).isEmpty();
    }

    @Test
    void aKeyThatIsHeldDownMakesOneRule() {
        HeldTaskRunner work = new HeldTaskRunner(inline());
        begin(work);
        check();

        doOnFx(() -> {
            work.hold();
            rules.create();
            rules.create();
            rules.create();
            work.letGo();
        });

        assertThat(records()).hasSize(1);
    }

    @Test
    void afterARuleCouldNotBeMadeAnotherCan() {
        check();
        at.signIn(Role.RECEPTION);
        doOnFx(rules::create);
        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(records()).isEmpty();
        at.application
                .storage()
                .operators()
                .signIn(at.application.storage().operators().list().getFirst().id());

        doOnFx(rules::create);

        assertThat(records()).hasSize(1);
    }

    @Test
    void aCopyIsNamedAsOne() {
        RuleRecord rule = at.sent("Guests");
        check();

        doOnFx(() -> rules.duplicate(rule.draft()));

        assertThat(listed()).startsWith("Guests (copy)", "Guests");
        assertThat(stored(records().getLast()).sent()).isEmpty();
    }

    @Test
    void aRuleOfOthersIsTakenOverOrCopied() {
        AlertRule foreign =
                at.vms().create(at.sentContent("Foreign"), at.vms().ruleIds()).rule();
        check();

        doOnFx(() -> rules.duplicate(foreign));
        doOnFx(() -> rules.adopt(foreign));

        assertThat(records())
                .extracting(record -> record.draft().name())
                .containsExactlyInAnyOrder("Foreign (copy)", "Foreign");
        assertThat(records().stream().flatMap(record -> record.sent().stream()))
                .singleElement()
                .matches(sentRule -> sentRule.rule().id().equals(foreign.id()));
    }

    @Test
    void aDeletedRuleGoesFromTheListAtOnceAndComesBackByUndo() {
        RuleRecord rule = at.sent("Guests");
        check();
        doOnFx(() -> {
            rules.selected.set(Optional.of(rule.id().toString()));
            rules.delete(rule);
        });
        assertThat(listed()).doesNotContain("Guests");
        assertThat(rules.selected.get()).isEmpty();
        assertThat(desk.said()).containsExactly("Guests was deleted.");

        doOnFx(desk.banners.getFirst().undo().orElseThrow());

        assertThat(listed()).contains("Guests");
        assertThat(rules.selected.get()).contains(rule.id().toString());
        assertThat(stored(rule).deletedAt()).isEmpty();
    }

    @Test
    void undoThatComesTooLateSaysSo() {
        RuleRecord rule = at.sent("Guests");
        check();
        doOnFx(() -> rules.delete(rule));
        at.clock.move(SendFlow.UNDO_WINDOW);
        check();

        doOnFx(desk.banners.getFirst().undo().orElseThrow());

        assertThat(desk.said()).last().isEqualTo("Too late to undo: the rule is already deleted on the VMS.");
        assertThat(records()).isEmpty();
    }

    @Test
    void aDeletionThatIsNotAllowedLeavesTheRuleOnTheList() {
        RuleRecord rule = at.sent("Guests");
        check();
        at.signIn(Role.RECEPTION);

        doOnFx(() -> rules.delete(rule));

        assertThat(listed()).contains("Guests");
        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(desk.banners).isEmpty();
    }

    @Test
    void anExportIsForItsOwnerOnlyAndComesBackByImport() throws IOException {
        at.known("One");
        at.known("Two");
        check();
        Path file = folder.resolve("rules.json");

        doOnFx(() -> rules.export(rules.drafts(), file));
        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.said()).containsExactly("2 rules were exported.", "2 rules were imported.");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(records())
                .extracting(record -> record.draft().name())
                .containsExactlyInAnyOrder("One", "Two", "One", "Two");
        assertThat(rules.selected.get()).isPresent();
    }

    @Test
    void aFileThatHoldsNoRuleIsToldAndNothingIsImported() throws IOException {
        check();
        Path file = Files.writeString(folder.resolve("holiday.json"), "{\"photos\":[]}");

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.failed()).containsExactly("rules.not-a-rule");
        assertThat(records()).isEmpty();
        assertThat(rules.selected.get()).isEmpty();
    }

    @Test
    void anImportThatIsNotAllowedIsTold() throws IOException {
        RuleRecord rule = at.known("One");
        check();
        Path file =
                Files.writeString(folder.resolve("rules.json"), at.rules.flow().export(List.of(rule.draft())));
        at.signIn(Role.RECEPTION);

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(records()).hasSize(1);
    }

    @Test
    void anExportIsNotForReception() {
        RuleRecord rule = at.known("One");
        at.signIn(Role.RECEPTION);
        Path file = folder.resolve("rules.json");

        doOnFx(() -> rules.export(List.of(rule.draft()), file));

        assertThat(desk.failed()).containsExactly("audit.not-allowed");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed() {
        check();

        doOnFx(() -> rules.importFrom(List.of(folder.resolve("absent.json"))));

        assertThat(onFx(() -> rules.notImported.get())).containsExactly("absent.json: The file cannot be opened.");
        assertThat(desk.failed()).isEmpty();
    }

    @Test
    void aFileThatIsNotTextContainsNoRule() throws IOException {
        check();
        Path file = Files.write(folder.resolve("photo.json"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.failed()).containsExactly("rules.not-a-rule");
    }

    @Test
    void aFileWithAByteOrderMarkIsRead() throws IOException {
        RuleRecord rule = at.known("One");
        check();
        Path file = Files.writeString(
                folder.resolve("rules.json"), "\uFEFF" + at.rules.flow().export(List.of(rule.draft())));

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.failed()).isEmpty();
        assertThat(desk.said()).containsExactly("One rule was imported.");
    }

    @Test
    void whatIsNotImportedIsNamedWithItsReason() throws IOException {
        RuleRecord rule = at.known("One");
        check();
        String two = at.rules.flow().export(List.of(rule.draft(), rule.draft().withName("Two")));
        Path file = Files.writeString(folder.resolve("rules.json"), two.replaceFirst("Europe/Berlin", "Europe/Bonn"));

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.said()).containsExactly("One rule was imported; one was not.");
        assertThat(rules.notImported.get()).containsExactly("Rule 1, “One”: The time zone is unknown.");
        assertThat(records()).extracting(record -> record.draft().name()).containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void aFileOfUnreadableRulesOnlyNamesThemAll() throws IOException {
        check();
        Path file = Files.writeString(folder.resolve("rules.json"), "{\"vestibule_rules\":1,\"rules\":[5,{}]}");

        doOnFx(() -> rules.importFrom(List.of(file)));

        assertThat(desk.said()).containsExactly("No rule was imported; 2 were not.");
        assertThat(rules.notImported.get())
                .containsExactly("Rule 1: This is not a rule.", "Rule 2: The name is missing.");
        assertThat(records()).isEmpty();
    }

    @Test
    void allChosenFilesAreImportedAndAFileWithoutRulesIsNamed() throws IOException {
        RuleRecord rule = at.known("One");
        check();
        String one = at.rules.flow().export(List.of(rule.draft()));
        Path first = Files.writeString(folder.resolve("first.json"), one);
        Path photo = Files.write(folder.resolve("photo.json"), new byte[] {(byte) 0xFF});
        Path absent = folder.resolve("absent.json");
        Path last = Files.writeString(folder.resolve("last.json"), one);

        doOnFx(() -> rules.importFrom(List.of(first, photo, absent, last)));

        assertThat(desk.said()).containsExactly("2 rules were imported; 2 were not.");
        assertThat(rules.notImported.get())
                .containsExactly(
                        "photo.json: The file contains no Known People rule.",
                        "absent.json: The file cannot be opened.");
        assertThat(records()).hasSize(3);
    }

    @Test
    void aRuleThatKeptUpIsSaid() {
        at.rules.flow().save(growing().id(), growingDraft().withAutoUpdate(true));
        check();
        at.enrol(1);

        check();

        assertThat(desk.banners).contains(Banner.info("One rule was sent again because people or clocks changed."));
    }

    private RuleRecord growing() {
        at.enrol(0);
        RuleRecord rule = at.rules.flow().duplicate(growingDraft(), "Growing");
        at.rules.send().send(rule.id());
        return rule;
    }

    private RuleDraft growingDraft() {
        return at.draft(at.active("Employee"))
                .withName("Growing")
                .withPeople(
                        PeopleChoice.NOBODY.with(new PeopleQuery(Optional.of(PersonKind.VISITOR), Optional.empty())));
    }

    private void check() {
        doOnFx(rules::refresh);
    }
}
