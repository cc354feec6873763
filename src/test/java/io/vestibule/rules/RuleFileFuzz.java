package io.vestibule.rules;

import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.week.ZoneReading;
import java.time.Instant;
import java.time.ZoneOffset;

/// Any bytes as a file of rules: drafts, reasons why not, or a refusal of the file.
public final class RuleFileFuzz {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final RuleDraft BLANK =
            RuleDraft.empty(new Timetable(Preset.OFFICE_HOURS.week(), ZoneOffset.UTC, ZoneReading.AS_TYPED));

    private RuleFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try {
            var contents = RuleFileReader.read(
                    RuleFileReader.decode(file), content -> RuleContentMapper.toDraft(content, BLANK, NOW));
            var written = RuleFileReader.write(contents.accepted());
            if (!contents.accepted().isEmpty()
                    && !RuleFileReader.read(written, content -> RuleContentMapper.toDraft(content, BLANK, NOW))
                            .accepted()
                            .equals(contents.accepted())) {
                throw new IllegalStateException("What was accepted is not what is written");
            }
        } catch (RuleException _) {
            // Refused.
        }
    }
}
