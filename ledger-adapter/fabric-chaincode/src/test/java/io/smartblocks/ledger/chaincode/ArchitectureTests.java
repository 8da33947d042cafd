package io.smartblocks.ledger.chaincode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smartblocks.ledger.SameEverywhere;
import java.time.Clock;

@AnalyzeClasses(packages = "io.smartblocks.ledger.chaincode", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_chaincode_knows_ledger_core_and_fabric_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.smartblocks.ledger..",
                    "java..",
                    "org.jspecify..",
                    "org.hyperledger..",
                    "com.google.protobuf..");

    @ArchTest
    static final ArchRule what_decides_knows_nothing_of_fabric = noClasses()
            .that()
            .resideInAPackage("..decide")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hyperledger..", "com.google..", "io.smartblocks.ledger.chaincode");

    @ArchTest
    static final ArchRule only_what_endorses_knows_a_clock = noClasses()
            .that()
            .resideInAPackage("..decide")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule what_decides_is_the_same_on_every_machine =
            noClasses().that().resideInAPackage("..decide").should(SameEverywhere.readsWhatIsTheMachinesOwn());

    @ArchTest
    static final ArchRule what_decides_goes_through_things_in_an_order =
            noClasses().that().resideInAPackage("..decide").should(SameEverywhere.makesWhatHasNoOrder());
}
