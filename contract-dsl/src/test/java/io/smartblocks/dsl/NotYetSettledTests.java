package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotYetSettledTests {

    private static final String INDEX = "index Rate is published in EUR per kWh every 1 month by \"R\".\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reads kWh                                | registers kWh                                       | register
            settlement.                              | settlement: for longer, x.                          | scaled
            Price is 0.20 EUR per kWh                | Price is the months of Month in Winter              | months
            Price is 0.20 EUR per kWh                | Price is the days of Month from 23:00 to 08:00      | days
            """)
    void what_would_be_settled_wrongly_cannot_be_signed(String from, String to, String about) {
        String text = AgreementTexts.SMALL
                .replace("party Seller", "season Winter is 1 November to 31 March.\n" + INDEX + "party Seller")
                .replace(from, to)
                .replace(
                        ", hold settlement: for longer, x.",
                        ": for longer, use the average of the last 3 like days, scaled to Main Meter.");

        List<Diagnostic> found =
                AgreementCompiler.compile(new SourceText("small", text)).diagnostics();

        assertThat(found)
                .filteredOn(each -> each.code() == Code.E0109)
                .singleElement()
                .extracting(Diagnostic::message)
                .asString()
                .contains(about, "not yet settled");
    }
}
