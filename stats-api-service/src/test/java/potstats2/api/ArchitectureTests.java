package potstats2.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("potstats2.api");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("potstats2.api.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void whatRequestsMeanKnowsNeitherHttpNorTables() {
        noClasses()
                .that()
                .resideInAPackage("potstats2.api.request..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.r2dbc..")
                .check(classes);
    }

    @Test
    void featuresDoNotTouchTheExchange() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "potstats2.api.boards..",
                        "potstats2.api.days..",
                        "potstats2.api.links..",
                        "potstats2.api.periods..",
                        "potstats2.api.posters..",
                        "potstats2.api.quotes..",
                        "potstats2.api.users..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..")
                .check(classes);
    }
}
