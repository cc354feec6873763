package io.vestibule.app.command;

import io.vestibule.doctor.CollectionCheckRun;
import io.vestibule.doctor.DiscrepancyKind;
import io.vestibule.doctor.DiscrepancyState;
import io.vestibule.ui.Strings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.json.JsonMapper;

/// The result of a comparison, as text for people or as JSON for programs. Numbers and codes only: ids of another
/// program's users may be names.
record DoctorReport(CollectionCheckRun run, Map<DiscrepancyKind, Map<DiscrepancyState, Long>> counts) {

    boolean agrees() {
        return run.unread().isEmpty()
                && counts.entrySet().stream()
                        .allMatch(kind -> kind.getValue().keySet().equals(Set.of(DiscrepancyState.SETTLED)));
    }

    String text(Strings strings) {
        var lines = new StringJoiner("\n");
        lines.add(strings.text("doctor.read", run.faces(), run.users(), run.files(), run.photos()));
        run.unread()
                .forEach((side, problem) -> lines.add(strings.constant("doctor.unread", side) + " "
                        + strings.problem(problem).summary() + " ("
                        + problem.code() + ")"));
        if (agrees()) {
            lines.add(strings.text("doctor.agree"));
        }
        counts.forEach((kind, states) -> lines.add("%s: %s (%s)"
                .formatted(
                        number(states),
                        strings.constant("doctor.kind", kind),
                        kind.code()
                                + (kind.isProposed() ? ", --fix" : kind.remedy().isPresent() ? ", --fix-also" : ""))));
        return lines.toString();
    }

    private static long number(Map<DiscrepancyState, Long> states) {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    String json() {
        var root = JsonMapper.shared().createObjectNode();
        root.put("check", run.id().toString());
        root.put("ended", run.ended().toString());
        root.put("agrees", agrees());
        root.put("faces", run.faces());
        root.put("users", run.users());
        root.put("files", run.files());
        root.put("photos", run.photos());
        var unread = root.putObject("unread");
        run.unread().forEach((side, problem) -> unread.put(side.name().toLowerCase(Locale.ROOT), problem.code()));
        var found = root.putObject("discrepancies");
        counts.forEach((kind, states) -> {
            var one = found.putObject(kind.code());
            one.put("proposed", kind.isProposed());
            kind.remedy().ifPresent(remedy -> one.put("remedy", remedy.key()));
            states.forEach((state, number) -> one.put(state.name().toLowerCase(Locale.ROOT), number));
        });
        return root.toPrettyString();
    }
}
