package potstats2.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;
import potstats2.runtime.settings.MachineDefaults;

/** The borders between the modules and inside them. */
class ArchitectureTests {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("potstats2");

    /** Puts a module together from its packages, which share the settings that stand beside it. */
    private static final DescribedPredicate<JavaClass> WIRING = describe(
            "wiring",
            type -> type.getSimpleName().endsWith("Configuration")
                    || type.tryGetMethod("main", String[].class).isPresent());

    /** Which package each module's jar or class directory may hold. */
    private static final Map<String, String> MODULES = Stream.concat(
                    Stream.of(
                            Map.entry("forum-events", "potstats2.events"),
                            Map.entry("bbcode", "potstats2.bbcode"),
                            Map.entry("service-runtime", "potstats2.runtime"),
                            Map.entry("embedded-servers", "potstats2.servers"),
                            Map.entry("test-support", "potstats2.testsupport"),
                            Map.entry("forum-simulator", "potstats2.simulator"),
                            Map.entry("standalone", "potstats2.standalone")),
                    ServiceModule.all().stream().map(service -> Map.entry(service.name(), packageOf(service))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    static List<String> packagesOfServices() {
        return ServiceModule.all().stream().map(ArchitectureTests::packageOf).toList();
    }

    private static String packageOf(Service service) {
        return service.application().getPackageName();
    }

    @Test
    void everyServiceIsFound() {
        assertThat(ServiceModule.all())
                .extracting(Service::name)
                .contains("analytics-service", "crawler-service", "ingest-service", "stats-api-service");
    }

    @ParameterizedTest
    @MethodSource("packagesOfServices")
    void aServiceKnowsTheFoundationsOnly(String service) {
        classes()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("potstats2..")
                        .or(resideInAPackage(service + ".."))
                        .or(resideInAPackage("potstats2.events.."))
                        .or(resideInAPackage("potstats2.bbcode.."))
                        .or(resideInAPackage("potstats2.runtime..")))
                .check(PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "bbcode", "servers", "simulator"})
    void aFoundationKnowsNobody(String foundation) {
        classes()
                .that()
                .resideInAPackage("potstats2." + foundation + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages("potstats2..").or(resideInAPackage("potstats2." + foundation + "..")))
                .check(PRODUCTION);
    }

    @Test
    void theRuntimeKnowsTheEventsOnly() {
        classes()
                .that()
                .resideInAPackage("potstats2.runtime..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("potstats2..")
                        .or(resideInAnyPackage("potstats2.runtime..", "potstats2.events..")))
                .check(PRODUCTION);
    }

    /** Crawling another kind of forum is another package beside it. */
    @Test
    void nothingButItsPackageKnowsTheForumsSoftware() {
        noClasses()
                .that()
                .resideOutsideOfPackage("potstats2.crawler.source.bb..")
                .and()
                .doNotHaveFullyQualifiedName("potstats2.crawler.SourceConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("potstats2.crawler.source.bb..")
                .check(PRODUCTION);
    }

    @Test
    void theEventsAndBbcodeAreWithoutSpring() {
        noClasses()
                .that()
                .resideInAnyPackage("potstats2.events..", "potstats2.bbcode..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "reactor..")
                .check(PRODUCTION);
    }

    @Test
    void aModuleStaysInItsPackage() {
        assertThat(PRODUCTION)
                .allSatisfy(type -> assertThat(type.getPackageName() + ".").startsWith(packageOfModule(type) + "."));
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("potstats2.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(WIRING, alwaysTrue())
                .check(PRODUCTION);
    }

    @Test
    void servicesLogAndDoNotPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("potstats2.standalone..", "potstats2.simulator..", "potstats2.testsupport..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .check(PRODUCTION);
    }

    @Test
    void nothingAsksTheMachineForItsLanguageOrTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MachineDefaults.class.getName())
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault", Locale.Category.class)
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(PRODUCTION);
    }

    @Test
    void everyProcessSetsTheLanguageOfTheMachineAside() {
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .should(callOneOf(
                        MachineDefaults.class.getName() + ".setAside()",
                        ServiceLauncher.class.getName() + ".main(",
                        Locale.class.getName() + ".setDefault("))
                .check(PRODUCTION);
    }

    @Test
    void mostTypesStayInTheirPackage() {
        var topLevel = PRODUCTION.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.getPackageName().equals("potstats2.events"))
                .toList();
        var exposed = topLevel.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat((double) exposed / topLevel.size()).isLessThan(0.5);
    }

    private static ArchCondition<JavaMethod> callOneOf(String... targets) {
        return new ArchCondition<>("call one of " + String.join(", ", targets)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var calls = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call ->
                                Stream.of(targets).anyMatch(call.getTarget().getFullName()::startsWith));
                events.add(new SimpleConditionEvent(method, calls, method.getFullName()));
            }
        };
    }

    private static String packageOfModule(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri().toString();
        return MODULES.entrySet().stream()
                .filter(module -> source.contains("/" + module.getKey() + "/target/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("of no known module: " + source));
    }
}
