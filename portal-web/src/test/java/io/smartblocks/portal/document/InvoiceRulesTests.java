package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.portal.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRulesTests {

    @ParameterizedTest
    @CsvSource({
        "CII-BR-CO-10-RoundingIssue.xml, CII D16B invoice",
        "ubl-tc434-creditnote1.xml, UBL 2.1 credit note",
        "ubl-tc434-example2.xml, UBL 2.1 invoice",
        "ubl-tc434-example8.xml, UBL 2.1 invoice"
    })
    void published_examples_keep_the_rules(String name, String syntax) throws IOException {
        InvoiceRules.Verdict verdict =
                InvoiceRules.check(Files.readAllBytes(SharedFiles.metering("data/einvoice/" + name)));

        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.syntax()).isEqualTo(syntax);
    }

    @Test
    void a_sum_that_is_wrong_by_a_cent_is_found() {
        for (Made made : InvoiceTests.valid(DossierFixture.of(InvoiceTests.SUPPLY))) {
            String wrong = InvoiceTests.text(made).replace("9929.35", "9929.36");

            assertThat(InvoiceRules.check(wrong.getBytes(UTF_8)).broken())
                    .anySatisfy(rule -> assertThat(rule).contains("BR-CO-10"));
        }
    }

    @Test
    void what_is_no_invoice_is_told_as_such() {
        assertThatThrownBy(() -> InvoiceRules.check("a,b".getBytes(UTF_8))).hasMessageContaining("no XML");
        assertThatThrownBy(() -> InvoiceRules.check("<order/>".getBytes(UTF_8)))
                .hasMessageContaining("outermost element is 'order'");
        assertThatThrownBy(() -> InvoiceRules.check(
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(UTF_8)))
                .hasMessageContaining("no XML");
    }
}
