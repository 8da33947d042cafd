package io.smartblocks.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.smartblocks.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule only_the_syntax_knows_antlr = noClasses()
            .that()
            .resideOutsideOfPackage("..dsl.syntax..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.Esco(Parser|Lexer|Visitor|BaseVisitor).*");

    @ArchTest
    static final ArchRule the_language_needs_nothing_but_java_and_antlr = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.smartblocks.dsl..", "java..", "org.antlr.v4.runtime..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_phases_form_no_circle =
            slices().matching("io.smartblocks.dsl.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_checked_agreement_knows_no_phase = noClasses()
            .that()
            .resideInAPackage("..dsl.agreement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..dsl.syntax..", "..dsl.names..", "..dsl.levels..", "..dsl.checks..");

    @ArchTest
    static final ArchRule nothing_reads_the_clock = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now");
}
