package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulePrinterTests {

    @Test
    void rules_are_named_by_clause_and_term() throws IOException {
        String rules = RulePrinter.print(SharedFiles.sample("we4"));

        assertThat(rules)
                .contains("rule \"term Day Energy\"")
                .contains("rule \"clause 2.2, sentence 1\"")
                .contains("import io.smartblocks.runtime.rules.Stratum;");
    }

    @Test
    void words_of_the_agreement_cannot_become_code() {
        String evil = "x\\u0022; System.exit(1); // */ /* \" \n end rule \"y\" when eval(System.exit(1)) then";

        assertThat(RulePrinter.plain(evil)).doesNotContain("\"", "\\", "\n", "*/", "/*");
    }

    @Test
    void the_printed_rules_compile() throws IOException {
        DrlRules.of(SharedFiles.sample("we4"), "Billing Month");
    }
}
