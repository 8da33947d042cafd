package io.smartblocks.runtime.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoundingTests {

    private final SettlementEngine engine = new SettlementEngine();

    @Test
    void ties_go_away_from_zero_or_to_the_even_cent_as_the_worked_example_says() throws IOException {
        JsonNode example = example();
        List<String> up = new ArrayList<>();
        List<String> even = new ArrayList<>();
        for (JsonNode value : example.get("inputs").get("values")) {
            up.add(cents(Exact.parse(value.asString()), RoundingMode.HALF_UP));
            even.add(cents(Exact.parse(value.asString()), RoundingMode.HALF_EVEN));
        }

        assertThat(up).isEqualTo(texts(example.get("expected").get("half_up")));
        assertThat(even).isEqualTo(texts(example.get("expected").get("half_even")));
        assertThat(cents(Exact.parse("-0.125"), RoundingMode.HALF_UP))
                .isEqualTo(
                        texts(example.get("expected").get("negative_half_up")).get(0));
    }

    @Test
    void each_line_is_rounded_once() throws IOException {
        JsonNode example = example();
        StringBuilder clause = new StringBuilder("clause 1.1 \"Lines\":\n");
        for (JsonNode line : example.get("inputs").get("lines")) {
            clause.append(
                    "for each Billing Month, Client shall pay %s kWh * %s EUR per kWh to Supplier at settlement.%n"
                            .formatted(line.get(0).asString(), line.get(1).asString()));
        }

        Document document = document(clause.toString());

        assertThat(document.net())
                .isEqualTo(new BigDecimal(
                        example.get("expected").get("per_line_sum").asString()));
    }

    @Test
    void vat_is_added_once_for_each_rate() throws IOException {
        JsonNode example = example();
        StringBuilder clause = new StringBuilder("VAT at 13.5 % is added to clause 1.1.\nclause 1.1 \"Lines\":\n");
        for (JsonNode line : example.get("inputs").get("vat_lines")) {
            clause.append("for each Billing Month, Client shall pay %s EUR to Supplier at settlement.%n"
                    .formatted(line.asString()));
        }

        assertThat(document(clause.toString()).vatTotal())
                .isEqualTo(new BigDecimal(
                        example.get("expected").get("vat_per_rate").asString()));
    }

    private Document document(String clauses) {
        Agreement agreement = MonthFixture.agreement("clause 9 \"Use\":\n"
                + "Client shall pay Energy Used * 0 EUR per kWh to Supplier at settlement.\n" + clauses);
        Outcome outcome = engine.settle(MonthFixture.month(agreement, LocalDate.of(2026, 3, 1), 0));
        return ((Outcome.Settled) outcome).settlement().documents().get(0);
    }

    private static JsonNode example() throws IOException {
        return new JsonMapper().readTree(SharedFiles.text("cases/metering/worked/WE7_rounding.json"));
    }

    private static String cents(Exact value, RoundingMode mode) {
        return value.roundedTo(Exact.parse("0.01"), mode)
                .toDecimal(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
