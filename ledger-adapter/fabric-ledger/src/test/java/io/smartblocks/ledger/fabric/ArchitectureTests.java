package io.smartblocks.ledger.fabric;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.smartblocks.ledger.fabric", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_ledger_on_fabric_needs_ledger_core_and_fabric_s_client = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.smartblocks.ledger..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.security.auth.x500..",
                    "org.h2.mvstore..",
                    "org.jspecify..",
                    "org.hyperledger.fabric..",
                    "com.google.protobuf..",
                    "com.google.rpc..",
                    "io.grpc..",
                    "org.bouncycastle..");

    @ArchTest
    static final ArchRule blocks_are_read_without_a_network = noClasses()
            .that()
            .resideInAPackage("..fabric.block")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.grpc..", "org.hyperledger.fabric.client..", "io.smartblocks.ledger.fabric");

    @ArchTest
    static final ArchRule time_comes_from_the_clock_that_was_given = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
