package io.smartblocks.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packages = "io.smartblocks.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] PAGES = {
        "..portal.account..",
        "..portal.admin..",
        "..portal.agreement..",
        "..portal.api..",
        "..portal.audit..",
        "..portal.energy..",
        "..portal.explorer..",
        "..portal.form..",
        "..portal.live..",
        "..portal.member..",
        "..portal.members..",
        "..portal.registry..",
        "..portal.runs..",
        "..portal.series..",
        "..portal.settlement..",
        "..portal.shell..",
        "..portal.template..",
        "..portal.verify..",
        "..portal.words.."
    };

    @ArchTest
    static final ArchRule pages_know_the_ledger_by_its_port_only = noClasses()
            .that()
            .resideInAnyPackage(PAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartblocks.ledger.embedded..");

    @ArchTest
    static final ArchRule pages_know_neither_rules_nor_schedule = noClasses()
            .that()
            .resideInAnyPackage(PAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.quartz..", "io.smartblocks.runtime.rules..");

    @ArchTest
    static final ArchRule pages_do_not_know_the_command_line_or_the_demo = noClasses()
            .that()
            .resideInAnyPackage(PAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..portal.cli..", "..portal.demo..");

    @ArchTest
    static final ArchRule features_depend_on_one_another_in_one_direction =
            slices().matching("io.smartblocks.portal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllers_are_seen_by_nobody =
            noClasses().that().areAnnotatedWith(Controller.class).should().bePublic();

    @ArchTest
    static final ArchRule every_address_says_which_method_it_answers = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBeAnnotatedWith(RequestMapping.class);

    @ArchTest
    static final ArchRule time_comes_from_the_clock_that_is_handed_in = noClasses()
            .that()
            .resideInAnyPackage(PAGES)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule energy_and_money_are_never_floating_point = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class);
}
