package io.plsim.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.plsim.policy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_ENGINE_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.plsim.server..",
                    "org.slf4j..",
                    "java.util.logging..",
                    "software.amazon..",
                    "java.net.http..",
                    "io.javalin..",
                    "org.eclipse.jetty..")
            .because("the engine is a library of its own: no server, no logger, no SDK, no HTTP");

    @ArchTest
    static final ArchRule THE_ENGINE_HAS_NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .because("decide and explain are pure: time comes in as a context key");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.plsim.policy.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a newcomer reads the engine in one direction");
}
