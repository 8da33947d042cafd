package io.smartblocks.templates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.smartblocks.templates", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule templates_know_nothing_but_the_language = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.smartblocks.templates..", "io.smartblocks.dsl..", "org.jspecify..");
}
