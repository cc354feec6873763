package io.vestibule.app.wiring;

import io.vestibule.check.CheckKeys;
import io.vestibule.check.PhotoCheck;
import io.vestibule.enrol.SampleFlow;
import io.vestibule.people.CollectionRef;
import io.vestibule.rules.DriftFlow;
import io.vestibule.rules.RuleDraft;
import io.vestibule.rules.RuleFlow;
import io.vestibule.rules.RuleKeys;
import io.vestibule.rules.RuleStore;
import io.vestibule.rules.Rules;
import io.vestibule.rules.SendFlow;
import io.vestibule.rules.rehearse.FrameSource;
import io.vestibule.rules.rehearse.RehearseFlow;
import io.vestibule.rules.week.Preset;
import io.vestibule.rules.week.Timetable;
import io.vestibule.rules.who.Roster;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Known People rules over the VMS and the collection in use.
public final class RulesWiring {

    private final Lazy<Rules> rules;
    private final Lazy<RuleFlow> flow;
    private final Lazy<SendFlow> send;
    private final Lazy<DriftFlow> drift;
    private final Lazy<RehearseFlow> rehearse;
    private final List<FrameSource> frames;

    /// @param frames that there are besides the sample photo, such as the webcam
    RulesWiring(
            CellarWiring cellar, EngineWiring engine, EnrolWiring enrol, VmsWiring vms, Optional<FrameSource> frames) {
        this.rules = new Lazy<>(() -> new Rules(
                new RuleStore(cellar.database()),
                new Roster(cellar.people()),
                () -> collection(cellar, enrol),
                vms::client,
                cellar.session(),
                cellar.log(),
                cellar.clock()));
        this.flow = new Lazy<>(() -> new RuleFlow(rules.get(), () -> blank(cellar)));
        this.send = new Lazy<>(() -> new SendFlow(rules.get()));
        this.drift = new Lazy<>(() -> new DriftFlow(rules.get(), send()));
        this.rehearse = new Lazy<>(() -> new RehearseFlow(
                new RehearsalSearch(
                        () -> new PhotoCheck(engine.vision(), CheckKeys.read(cellar.settings())),
                        () -> engine.service().faces(),
                        () -> cellar.settings().get(engine.thresholds().search())),
                vms::client,
                cellar.session()));
        this.frames = java.util.stream.Stream.concat(frames.stream(), java.util.stream.Stream.of(new SampleFrame()))
                .toList();
    }

    public Rules rules() {
        return rules.get();
    }

    public RuleFlow flow() {
        return flow.get();
    }

    public SendFlow send() {
        return send.get();
    }

    public DriftFlow drift() {
        return drift.get();
    }

    public RehearseFlow rehearse() {
        return rehearse.get();
    }

    public List<FrameSource> frames() {
        return frames;
    }

    private static CollectionRef collection(CellarWiring cellar, EnrolWiring enrol) {
        return enrol.collections().of(cellar.people().companies().active().orElseThrow());
    }

    private static RuleDraft blank(CellarWiring cellar) {
        return RuleDraft.empty(new Timetable(
                Preset.ALWAYS.week(), ZoneId.systemDefault(), cellar.settings().get(RuleKeys.READING)));
    }

    /// The photo of a sample person that is never enrolled.
    private record SampleFrame() implements FrameSource {

        @Override
        public Kind kind() {
            return Kind.SAMPLE;
        }

        @Override
        public Optional<byte[]> take() {
            return Optional.of(SampleFlow.read(SampleFlow.PROBE));
        }
    }
}
