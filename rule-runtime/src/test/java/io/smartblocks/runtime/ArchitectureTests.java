package io.smartblocks.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "io.smartblocks.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule no_drools_type_leaves_the_rules = noClasses()
            .that()
            .resideOutsideOfPackage("..runtime.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule only_the_schedule_knows_quartz = noClasses()
            .that()
            .resideOutsideOfPackage("..runtime.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule only_metering_knows_the_holiday_library = noClasses()
            .that()
            .resideOutsideOfPackage("..runtime.metering..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.focus_shift..");

    @ArchTest
    static final ArchRule a_settlement_is_a_function_that_knows_no_ledger_and_no_clock = noClasses()
            .that()
            .resideInAnyPackage(
                    "..metering..", "..evidence..", "..rules..", "..settlement..", "..explain..", "..baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.smartblocks.ledger..", "java.sql..");

    @ArchTest
    static final ArchRule only_a_run_and_its_bench_read_and_write_the_ledger = noClasses()
            .that()
            .resideOutsideOfPackages("..runtime.run..", "..runtime.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartblocks.ledger..");

    @ArchTest
    static final ArchRule the_schedule_starts_sweeps_and_knows_nothing_of_settling = noClasses()
            .that()
            .resideInAPackage("..runtime.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..settlement..", "..rules..", "..evidence..", "..metering..", "io.smartblocks.dsl..");

    @ArchTest
    static final ArchRule nobody_asks_for_the_present_moment_without_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule energy_and_money_are_never_binary_floating_point = classes()
            .that()
            .resideOutsideOfPackage("..baseline.fitting..")
            .should(Floats.notAppearInFieldsParametersOrResults());

    @ArchTest
    static final ArchRule floating_point_does_not_leave_the_fit = classes()
            .that()
            .resideInAPackage("..baseline.fitting..")
            .and()
            .arePublic()
            .should(Floats.notAppearInWhatOthersSee());

    @ArchTest
    static final ArchRule only_the_fit_knows_the_numerical_library = noClasses()
            .that()
            .resideOutsideOfPackage("..baseline.fitting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hipparchus..");

    @ArchTest
    static final ArchRule packages_use_one_another_in_one_direction =
            slices().matching("io.smartblocks.runtime.(*)..").should().beFreeOfCycles();
}
