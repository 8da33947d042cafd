package io.smartblocks.ledger.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.smartblocks.ledger.embedded", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_embedded_ledger_needs_ledger_core_and_an_index_and_nothing_else = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.smartblocks.ledger..", "java..", "org.h2.mvstore..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_index_is_known_to_its_own_classes_only = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("LedgerIndex")
            .and()
            .haveSimpleNameNotStartingWith("Index")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.h2..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock_that_was_given = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
