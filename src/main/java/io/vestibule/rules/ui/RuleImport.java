package io.vestibule.rules.ui;

import io.vestibule.rules.ImportResult;
import io.vestibule.rules.RejectedRule;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleException;
import io.vestibule.rules.RuleFailure;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.RuleId;
import io.vestibule.rules.RuleRecord;
import io.vestibule.settings.OwnerOnlyFiles;
import io.vestibule.ui.Strings;
import io.vestibule.ui.control.Banner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Imports the rules of one or several files, and exports rules into one. Blocks.
final class RuleImport {

    /// Far more than any number of rules; a file that is larger is not read.
    private static final int MOST_BYTES = 16 << 20;

    private RuleImport() {}

    /// @param notImported one sentence for each rule, or file, that was not imported, with the reason
    record Report(List<RuleRecord> imported, List<String> notImported) {

        Optional<RuleId> last() {
            return imported.isEmpty()
                    ? Optional.empty()
                    : Optional.of(imported.getLast().id());
        }

        Banner banner(Strings strings) {
            return notImported.isEmpty()
                    ? Banner.done(strings.text("rules.imported", imported.size()))
                    : new Banner(
                            Banner.Tone.LOOK,
                            strings.text("rules.imported-partly", imported.size(), notImported.size()),
                            Optional.empty(),
                            Optional.empty());
        }
    }

    /// Writes rules into a file, which contains e-mail addresses and phone numbers.
    static Path write(RuleFlow flow, List<RuleDraft> drafts, Path file) throws IOException {
        OwnerOnlyFiles.write(file, flow.export(drafts).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /// @throws RuleException for a file without rules, if it is the only one; one of several is reported
    static Report read(RuleFlow flow, List<Path> files, Strings strings) {
        List<RuleRecord> imported = new ArrayList<>();
        List<String> notImported = new ArrayList<>();
        for (Path file : files) {
            try {
                ImportResult result = flow.importFrom(bytes(file));
                imported.addAll(result.imported());
                result.rejected().forEach(rule -> notImported.add(sentence(rule, strings)));
            } catch (RuleException e) {
                if (files.size() == 1) {
                    throw e;
                }
                String summary = strings.problem(e.problem()).summary();
                notImported.add(strings.text("rules.import-file", String.valueOf(file.getFileName()), summary));
            } catch (IOException _) {
                String summary = strings.text("rules.import-unreadable");
                notImported.add(strings.text("rules.import-file", String.valueOf(file.getFileName()), summary));
            }
        }
        return new Report(imported, notImported);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RuleException(new RuleFailure.NotARule());
            }
            return bytes;
        }
    }

    private static String sentence(RejectedRule rule, Strings strings) {
        String reason = strings.constant("rules.import-reason", rule.reason());
        return rule.name().isBlank()
                ? strings.text("rules.import-rejected", rule.position(), reason)
                : strings.text("rules.import-rejected-named", rule.position(), rule.name(), reason);
    }
}
