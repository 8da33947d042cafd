package io.smartblocks.ledger.chaincode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.smartblocks.ledger.chaincode", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_chaincode_knows_ledger_core_and_fabric_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.smartblocks.ledger..", "java..", "org.jspecify..", "org.hyperledger..");
}
