package io.smartblocks.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.smartblocks.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule no_framework_is_known_to_what_stands_on_the_ledger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.drools..",
                    "org.quartz..",
                    "org.hyperledger..",
                    "java.sql..",
                    "org.h2..");

    @ArchTest
    static final ArchRule json_is_read_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("..transaction")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..");

    @ArchTest
    static final ArchRule signatures_are_made_and_checked_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("..identity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "javax.crypto..");

    @ArchTest
    static final ArchRule packages_point_from_port_and_family_down_to_proof = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("proof")
            .definedBy("..proof")
            .layer("identity")
            .definedBy("..identity")
            .layer("transaction")
            .definedBy("..transaction")
            .layer("state")
            .definedBy("..state")
            .layer("family")
            .definedBy("..family")
            .layer("port")
            .definedBy("..port")
            .layer("outbox")
            .definedBy("..outbox")
            .layer("audit")
            .definedBy("..audit")
            .layer("peer")
            .definedBy("..peer")
            .whereLayer("peer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("peer")
            .whereLayer("outbox")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("family")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("audit", "outbox", "peer")
            .whereLayer("state")
            .mayOnlyBeAccessedByLayers("family", "port", "audit", "outbox", "peer")
            .whereLayer("transaction")
            .mayOnlyBeAccessedByLayers("state", "family", "port", "audit", "outbox", "peer")
            .whereLayer("identity")
            .mayOnlyBeAccessedByLayers("transaction", "state", "family", "port", "audit", "outbox", "peer");

    @ArchTest
    static final ArchRule nothing_that_decides_reads_a_clock = noClasses()
            .that()
            .resideOutsideOfPackage("..outbox")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Instant.class, "now", Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule energy_and_money_are_never_floating_point =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Double.class, Float.class);

    @ArchTest
    static final ArchRule what_decides_is_the_same_on_every_machine = noClasses()
            .that()
            .resideInAnyPackage("..family", "..state", "..transaction", "..proof", "..peer")
            .should(SameEverywhere.readsWhatIsTheMachinesOwn());

    @ArchTest
    static final ArchRule what_decides_goes_through_things_in_an_order = noClasses()
            .that()
            .resideInAnyPackage("..family", "..state", "..peer")
            .and()
            .haveNameNotMatching(SameEverywhere.ONLY_LOOK_THINGS_UP)
            .should(SameEverywhere.makesWhatHasNoOrder());
}
