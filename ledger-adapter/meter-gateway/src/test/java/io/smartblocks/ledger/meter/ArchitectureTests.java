package io.smartblocks.ledger.meter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.smartblocks.ledger.meter", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule the_gateway_knows_the_ledger_core_a_csv_reader_and_the_xml_of_java_and_nothing_else =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.smartblocks.ledger.meter..",
                            "io.smartblocks.ledger.family",
                            "io.smartblocks.ledger.identity",
                            "io.smartblocks.ledger.outbox",
                            "io.smartblocks.ledger.port",
                            "io.smartblocks.ledger.proof",
                            "io.smartblocks.ledger.state",
                            "io.smartblocks.ledger.transaction",
                            "de.siegmar.fastcsv..",
                            "org.jspecify.annotations",
                            "javax.xml.stream..",
                            "java..");

    @ArchTest
    static final ArchRule green_button_is_read_without_knowing_the_ledger = noClasses()
            .that()
            .resideInAPackage("io.smartblocks.ledger.meter.greenbutton")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.smartblocks.ledger.meter.greenbutton",
                    "javax.xml.stream..",
                    "org.jspecify.annotations",
                    "java..");

    @ArchTest
    static final ArchRule time_comes_from_an_injected_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule readings_are_never_floating_point = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class);
}
