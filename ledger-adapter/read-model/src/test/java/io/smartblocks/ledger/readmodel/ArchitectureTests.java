package io.smartblocks.ledger.readmodel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.smartblocks.ledger.readmodel", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_read_model_knows_the_ledger_core_and_sql_and_nothing_above = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.smartblocks.ledger.readmodel",
                    "io.smartblocks.ledger.identity",
                    "io.smartblocks.ledger.port",
                    "io.smartblocks.ledger.proof",
                    "io.smartblocks.ledger.state",
                    "io.smartblocks.ledger.transaction",
                    "com.github.benmanes.caffeine.cache",
                    "com.zaxxer.hikari..",
                    "org.flywaydb.core..",
                    "org.h2.api",
                    "org.h2.jdbcx",
                    "org.h2.store.fs",
                    "tools.jackson..",
                    "org.jspecify.annotations",
                    "java..",
                    "javax.sql");

    @ArchTest
    static final ArchRule no_sql_leaves_the_read_model = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(ResultSet.class)
            .andShould()
            .notHaveRawReturnType(Connection.class);

    @ArchTest
    static final ArchRule only_the_h2_files_know_h2 = noClasses()
            .that()
            .haveSimpleNameNotContaining("H2Files")
            .and()
            .haveNameNotMatching(".*\\.UnharmedFiles.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule only_the_postgres_pool_knows_the_pool = noClasses()
            .that()
            .doNotHaveSimpleName("PostgresPool")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zaxxer..");

    @ArchTest
    static final ArchRule time_comes_from_the_blocks = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule energy_and_money_are_never_floating_point = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class);
}
