package io.vestibule;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Architecture tests: the rules of the design that can be checked automatically.
class HouseRulesTest {

    private static final RoomPlan HOUSE = new RoomPlan();

    private static final int MOST_LINES = 400;
    private static final int MEDIAN_LINES = 80;
    private static final int MANY_FILES = 25;
    private static final int MOST_PARAMETERS = 7;

    private static final String WIRING = RoomPlan.ROOT + ".app.wiring";

    private static final Pattern EMPTY_NAMES = Pattern.compile("(Manager|Helper|Utils?|Impl)(?![a-z])");
    private static final Pattern LOUD = Pattern.compile("System\\.(out|err)\\b|\\.printStackTrace\\(");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(");

    /// The only files that may call `Thread.sleep`, and why.
    private static final Map<String, String> SLEEPERS = Map.of("Ticker.java", "the one place where time passes");

    /// What interrupts another thread, except by [io.vestibule.base.InterruptShield]: an interrupt inside a
    /// commit of H2 closes the database for the whole process.
    private static final Pattern INTERRUPT = Pattern.compile(
            "(?<!shield)\\.interrupt\\(\\)|\\.shutdownNow\\(|\\.cancel\\(true\\)|\\bthreads\\.close\\(");

    /// The only files that may interrupt another thread, and why.
    private static final Map<String, String> INTERRUPTERS = Map.of(
            "InterruptShield.java", "does not interrupt a task that is in the database",
            "KeyringVault.java", "its own thread, which asks the keyring only",
            "VmsHttpTransport.java", "cancels an HTTP exchange",
            "NetworkGrabber.java", "closes its HTTP client",
            "NetworkDriver.java", "closes its HTTP client");

    /// The only callers of `Settings.set` outside the room of settings, and why.
    private static final Map<String, String> SETTERS = Map.of(
            "SettingsFlow", "checks the permission and writes the audit entry",
            "ProfileSettings", "called by CloudFlow, which does both",
            "VmsConnectionSettings", "called by VmsFlow, which does both",
            "ConsentTextFlow", "checks a permission of its own and writes the audit entry",
            "PreviewModel", "the program itself notes the camera that delivers",
            "ApplicationLauncher", "the program itself notes the place of the window");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = RoomPlan.classes();
    }

    @Test
    void settingsAreChangedOnlyWhereThePermissionIsChecked() {
        assertThat(classes.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getName().equals("set")
                                && call.getTargetOwner().getName().equals("io.vestibule.settings.Settings"))
                        .map(call -> call.getOriginOwner().getSimpleName()))
                .as("Settings.set is called by %s", SETTERS)
                .isSubsetOf(SETTERS.keySet())
                .contains("SettingsFlow");
    }

    @Test
    void packagesImportOnlyWhatThePlanAllows() {
        assertThat(imports((from, to) -> {
                    String room = RoomPlan.room(from);
                    String other = RoomPlan.room(to);
                    boolean controls = other.equals(RoomPlan.UI) && RoomPlan.screens(from);
                    return room.equals(other) || controls || HOUSE.allowed(room).contains(other);
                }))
                .isEmpty();
    }

    @Test
    void thePlanItselfHasNoCycle() {
        List<String> downwards = HOUSE.rooms();
        for (String room : downwards) {
            List<String> below = downwards.subList(downwards.indexOf(room) + 1, downwards.size());
            assertThat(HOUSE.allowed(room).stream().map(name -> name.replaceFirst("\\.ui$", "")))
                    .as(HOUSE.row(room))
                    .isSubsetOf(below);
        }
    }

    @Test
    void everyPackageIsInThePlan() {
        assertThat(packages().stream().map(RoomPlan::room).distinct())
                .as("rooms of the source tree")
                .isSubsetOf(HOUSE.rooms());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(RoomPlan.ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void screensOfAPackageDoNotImportThoseOfAnother() {
        assertThat(imports((from, to) ->
                        !RoomPlan.ownScreens(to) || HOUSE.mayUseScreens(RoomPlan.room(from), RoomPlan.room(to))))
                .isEmpty();
    }

    @Test
    void aPackageDoesNotImportItsOwnScreens() {
        assertThat(imports((from, to) -> RoomPlan.screens(from) || !RoomPlan.ownScreens(to)))
                .isEmpty();
    }

    /// Screens get flows and stores by constructor: a class that knows the wiring can reach everything, and
    /// needs all of it in its tests.
    @Test
    void onlyTheAppKnowsTheWiring() {
        assertThat(imports((from, to) -> RoomPlan.room(from).equals(RoomPlan.APP) || !to.startsWith(WIRING)))
                .isEmpty();
    }

    @Test
    void javaFxIsForScreens() {
        onlyFor(
                "JavaFX and what is built on it",
                type -> RoomPlan.screens(type.getPackageName()),
                "javafx.",
                "com.sun.javafx.",
                "atlantafx.",
                "org.kordamp.");
    }

    @Test
    void theAwsSdkIsForTheCloudAndTheLocalEngine() {
        onlyFor("The AWS SDK", in("cloud", "local"), "software.amazon.");
    }

    @Test
    void onnxRuntimeIsForVision() {
        onlyFor("ONNX Runtime", in("vision"), "ai.onnxruntime.");
    }

    @Test
    void webcamLibrariesAreForTheCamera() {
        onlyFor("Webcam libraries", in("camera"), "com.github.sarxos.", "com.github.eduramiba.");
    }

    @Test
    void sqlIsForTheStoreAndClassesNamedStore() {
        Predicate<JavaClass> store = type -> outermost(type).endsWith("Store");
        onlyFor("SQL", in("store").or(store), "java.sql.", "javax.sql.", "org.jdbi.", "org.h2.", "org.flywaydb.");
    }

    @Test
    void httpIsForPackagesWithNetworkAccess() {
        onlyFor(
                "HTTP",
                in("vms", "cloud", "local", "camera", "clip"),
                "java.net.http.",
                "java.net.HttpURLConnection",
                "java.net.URLConnection",
                "java.net.Socket",
                "com.sun.net.httpserver.",
                "org.apache.hc.");
    }

    @Test
    void keyringsAreForTheSettings() {
        onlyFor("Keyrings", in("settings"), "com.github.javakeyring.");
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(classes.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> EMPTY_NAMES.matcher(name).find()))
                .as("Classes named Manager, Helper, Util or Impl")
                .isEmpty();
    }

    @Test
    void constructorsTakeAtMostSevenParameters() {
        assertThat(classes.stream()
                        .filter(type -> !type.isRecord() && !type.isAnonymousClass())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(constructor -> parameters(constructor) > MOST_PARAMETERS)
                        .map(JavaConstructor::getFullName))
                .as("Constructors of more than %s parameters", MOST_PARAMETERS)
                .isEmpty();
    }

    @Test
    void staticsHoldNoState() {
        assertThat(classes.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL)
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .map(JavaField::getFullName))
                .as("Static fields that can change")
                .isEmpty();
    }

    @Test
    void filesAreShort() {
        List<Path> all = Stream.concat(
                        Sources.below(Sources.MAIN, ".java").stream(), Sources.below(Sources.TEST, ".java").stream())
                .toList();
        assertThat(all.stream().filter(file -> Sources.lines(file).size() > MOST_LINES))
                .as("Files of more than %s lines", MOST_LINES)
                .isEmpty();
        List<Integer> lengths = Sources.below(Sources.MAIN, ".java").stream()
                .map(file -> Sources.lines(file).size())
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2)).as("Median lines of a file").isLessThan(MEDIAN_LINES);
    }

    /// A warning only: packages are divided by subject, not by number of files.
    @Test
    void largePackagesAreReported(TestReporter reporter) {
        Map<Path, Long> counts = Sources.below(Sources.MAIN, ".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(counts).isNotEmpty();
        counts.forEach((folder, count) -> {
            if (count > MANY_FILES) {
                reporter.publishEntry(Sources.MAIN.relativize(folder).toString(), count + " files");
            }
        });
    }

    /// So that a search for a name has one result.
    @Test
    void noTwoTypesShareASimpleName() {
        Map<String, List<String>> places = Stream.concat(
                        Sources.below(Sources.MAIN, ".java").stream(), Sources.below(Sources.TEST, ".java").stream())
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        Collectors.mapping(Path::toString, Collectors.toList())));
        assertThat(places.values().stream().filter(files -> files.size() > 1)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndHasNoNulls() {
        Set<Path> folders = Sources.below(Sources.MAIN, ".java").stream()
                .map(Path::getParent)
                .collect(Collectors.toSet());
        assertThat(folders).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Sources.lines(info))
                    .contains("@NullMarked")
                    .first()
                    .asString()
                    .startsWith("///");
        });
    }

    /// `app` is the command line; `LogSetup` writes warnings of the log itself to the terminal.
    @Test
    void onlyTheCommandLineAndTheLogWriteToTheTerminal() {
        assertThat(Sources.below(Sources.MAIN, ".java").stream()
                        .filter(file -> !file.startsWith(Sources.MAIN.resolve("io/vestibule/app")))
                        .filter(file -> !file.endsWith("support/LogSetup.java"))
                        .filter(file -> LOUD.matcher(Sources.code(file)).find()))
                .as("System.out, System.err or printStackTrace outside `app`")
                .isEmpty();
    }

    @Test
    void threadSleepIsCalledOnlyWithAReason() {
        assertThat(Sources.below(Sources.MAIN, ".java").stream()
                        .filter(file -> !SLEEPERS.containsKey(file.getFileName().toString()))
                        .filter(file -> SLEEP.matcher(Sources.code(file)).find()))
                .as("Thread.sleep, but for %s", SLEEPERS)
                .isEmpty();
    }

    @Test
    void noThreadIsInterruptedThatMayBeInTheDatabase() {
        assertThat(Sources.below(Sources.MAIN, ".java").stream()
                        .filter(file ->
                                !INTERRUPTERS.containsKey(file.getFileName().toString()))
                        .filter(file -> INTERRUPT
                                .matcher(Sources.code(file).replace("Thread.currentThread().interrupt()", ""))
                                .find()))
                .as("Interrupts of other threads, but for %s", INTERRUPTERS)
                .isEmpty();
    }

    private interface Rule {
        boolean allows(String fromPackage, String toPackage);
    }

    /// Every import between the program's packages that the rule forbids, with the row of the plan that it
    /// violates.
    private static Set<String> imports(Rule rule) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(RoomPlan.ROOT + "."))
                .filter(dependency -> !rule.allows(
                        dependency.getOriginClass().getPackageName(),
                        dependency.getTargetClass().getPackageName()))
                .map(HouseRulesTest::words)
                .collect(Collectors.toSet());
    }

    private static String words(Dependency dependency) {
        JavaClass origin = dependency.getOriginClass();
        return "%s imports %s. %s"
                .formatted(
                        origin.getName(),
                        dependency.getTargetClass().getName(),
                        HOUSE.row(RoomPlan.room(origin.getPackageName())));
    }

    private static void onlyFor(String what, Predicate<JavaClass> allowed, String... prefixes) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!allowed.test(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getName())
                        .filter(name -> Stream.of(prefixes).anyMatch(name::startsWith))
                        .distinct()
                        .forEach(name -> found.add(type.getName() + " uses " + name));
            }
        }
        assertThat(found).as("%s where it must not be", what).isEmpty();
    }

    private static Predicate<JavaClass> in(String... rooms) {
        return type -> Set.of(rooms).contains(RoomPlan.room(type.getPackageName()));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::outermost).orElseGet(type::getSimpleName);
    }

    private static int parameters(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        // The compiler adds a name and a number to the parameters of an enum constructor, and the outer object to
        // those of an inner class.
        int added = owner.isEnum() ? 2 : owner.isInnerClass() ? 1 : 0;
        return constructor.getRawParameterTypes().size() - added;
    }

    private static Set<String> packages() {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }
}
