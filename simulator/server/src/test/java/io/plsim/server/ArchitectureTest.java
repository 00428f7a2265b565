package io.plsim.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "io.plsim.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_THE_LISTENER_SEES_THE_HTTP_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("io.plsim.server.listener..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.javalin..",
                    "org.eclipse.jetty.server..",
                    "org.eclipse.jetty.websocket.core.server..",
                    "org.eclipse.jetty.ee10..",
                    "jakarta.servlet..")
            .because("every other stage works on immutable values, and the server can be changed in one place");

    @ArchTest
    static final ArchRule ONLY_FORWARDING_SEES_THE_HTTP_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("io.plsim.server.forwarding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty.client..", "org.eclipse.jetty.websocket.core.client..")
            .because("what an answer is made of is neutral between Jetty's client and its server");

    @ArchTest
    static final ArchRule THE_CATALOGUE_DOES_NOT_KNOW_THE_POLICY = noClasses()
            .that()
            .resideInAPackage("io.plsim.server.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.plsim.server.enforcement..", "io.plsim.server.authentication..")
            .because("what a request means must not depend on who is allowed to do it");

    @ArchTest
    static final ArchRule ONLY_AUTHENTICATION_READS_SECRETS = methods()
            .that()
            .haveName("secretAccessKey")
            .or()
            .haveName("sessionToken")
            .should(new ArchCondition<JavaMethod>("be called from the authentication package only") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    for (JavaMethodCall call : method.getCallsOfSelf()) {
                        JavaClass caller = call.getOriginOwner();
                        boolean allowed = caller.getPackageName().startsWith("io.plsim.server.authentication")
                                || caller.getName().equals("io.plsim.server.Simulator")
                                        && method.getName().equals("sessionToken");
                        events.add(new SimpleConditionEvent(call, allowed, call.getDescription()));
                    }
                }
            })
            .because(
                    "a secret that nobody else can read cannot reach a log; the start checks session tokens for doubles");

    @ArchTest
    static final ArchRule FORWARDING_DOES_NOT_KNOW_THE_CONSOLE = noClasses()
            .that()
            .resideInAnyPackage("io.plsim.server.forwarding..", "io.plsim.server.enforcement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.plsim.server.console..", "io.plsim.server.cli..")
            .because("the path of a request does not depend on how people look at it");
}
