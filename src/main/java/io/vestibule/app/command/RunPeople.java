package io.vestibule.app.command;

import io.vestibule.app.Terminal;
import io.vestibule.app.desktop.ScreenContext;
import io.vestibule.app.wiring.Application;
import io.vestibule.base.PersonId;
import io.vestibule.bulk.people.BatchResult;
import io.vestibule.bulk.people.ExportedPerson;
import io.vestibule.bulk.people.NamedPeople;
import io.vestibule.bulk.people.PeopleFile;
import io.vestibule.bulk.people.PeopleJson;
import io.vestibule.bulk.people.RemovalLimit;
import io.vestibule.cloud.CloudException;
import io.vestibule.ui.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `people list|export|remove|renew`: what the People screen does, for a script, as the operator who signed in last.
public final class RunPeople {

    /// More people are named than may be removed at once; nobody was.
    static final int OVER_LIMIT = 5;

    private final Application application;
    private final Terminal terminal;
    private final Strings strings = Strings.load(Locale.getDefault(), ScreenContext.BUNDLES);
    private final ZoneId zone = ZoneId.systemDefault();

    private RunPeople(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /// @return 0, 4 if somebody was not found or not changed, [#OVER_LIMIT], or a code of [CommandFailure]
    public static int run(Arguments arguments, Terminal terminal) {
        var command = (PeopleArguments) arguments.details().orElseThrow();
        try (var application = PassphraseInput.open(arguments)) {
            application.openStorage();
            return new RunPeople(application, terminal).run(command);
        } catch (RuntimeException e) {
            int code = CommandFailure.report(e, List.of("bulk.over-limit"), terminal);
            return code == CommandFailure.UNUSABLE ? OVER_LIMIT : code;
        }
    }

    private int run(PeopleArguments command) {
        return switch (command) {
            case PeopleArguments.ListPeople list -> list(list);
            case PeopleArguments.ExportPeople export -> export(export);
            case PeopleArguments.RemovePeople remove -> remove(remove);
            case PeopleArguments.RenewPeople renew -> renew(renew);
        };
    }

    private int list(PeopleArguments.ListPeople list) {
        var flow = application.bulk().export();
        if (!list.json()) {
            int _ = flow.export(list.filter(), person -> terminal.line(words(person)));
            return 0;
        }
        var json = new PeopleJson(terminal::text, zone);
        int _ = flow.export(list.filter(), json::add);
        json.end();
        terminal.line("");
        return 0;
    }

    private String words(ExportedPerson listed) {
        var person = listed.person();
        return String.join(
                "\t",
                listed.number().isEmpty() ? person.id().toString() : listed.number(),
                person.name(),
                OptionWords.word(person.kind()),
                OptionWords.word(listed.status()),
                listed.lastDay(zone).map(Object::toString).orElse("-"));
    }

    private int export(PeopleArguments.ExportPeople export) {
        try {
            int count = new PeopleFile(application.bulk().export(), zone).write(export.filter(), export.file());
            terminal.line("Wrote " + count + " people to " + export.file());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int remove(PeopleArguments.RemovePeople remove) {
        var found = find(remove.named());
        var limit = remove.limit()
                .map(most -> new RemovalLimit(most, 100))
                .orElseGet(() -> RemovalLimit.of(application.storage().settings()));
        var flow = application.bulk().removePeople();
        flow.requireAllowed(found.ids(), limit);
        if (!remove.run()) {
            return report("would be removed", found, Optional.empty(), Set.of(), remove.json());
        }
        start();
        var result = flow.remove(found.ids(), limit);
        return report(
                "removed", found, Optional.of(result), JobWait.perform(application, result.done()), remove.json());
    }

    private int renew(PeopleArguments.RenewPeople renew) {
        var found = find(renew.named());
        var until = renew.until().plusDays(1).atStartOfDay(zone).toInstant();
        if (!renew.run()) {
            return report("would be renewed", found, Optional.empty(), Set.of(), renew.json());
        }
        var result = application.bulk().renewPeople().renew(found.ids(), until);
        return report("renewed", found, Optional.of(result), Set.of(), renew.json());
    }

    private NamedPeople.Found find(PeopleArguments.Named named) {
        return application
                .bulk()
                .named()
                .find(named.list().map(NamedPeople::read).orElse(named.references()));
    }

    private void start() {
        try {
            application.startBackgroundWork();
        } catch (CloudException _) {
            // The service gives no answer now; the journal goes on as soon as it does.
        }
    }

    /// @param result empty if nothing was to be changed
    /// @param waiting whose change is saved and still to be sent
    private int report(
            String what, NamedPeople.Found found, Optional<BatchResult> result, Set<PersonId> waiting, boolean json) {
        var failed = result.map(BatchResult::failed).orElse(java.util.Map.of());
        int done = result.map(changed -> changed.done().size())
                .orElse(found.people().size());
        if (json) {
            terminal.line("{\"" + what.replace(' ', '-') + "\": " + done + ", \"waiting\": " + waiting.size()
                    + ", \"failed\": " + failed.size() + ", \"unknown\": "
                    + found.unknown().size() + "}");
        } else {
            terminal.line(
                    done + " people " + what + (waiting.isEmpty() ? "" : ", of whom " + waiting.size() + " wait"));
        }
        found.unknown().forEach(reference -> terminal.progress("Nobody has the number " + reference));
        failed.forEach((person, problem) ->
                terminal.progress(person + ": " + strings.problem(problem).summary()));
        return failed.isEmpty() && found.unknown().isEmpty() && waiting.isEmpty() ? 0 : CommandFailure.UNUSABLE;
    }
}
