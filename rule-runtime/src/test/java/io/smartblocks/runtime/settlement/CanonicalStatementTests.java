package io.smartblocks.runtime.settlement;

import static io.smartblocks.runtime.settlement.MonthFixture.agreement;
import static io.smartblocks.runtime.settlement.MonthFixture.month;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalStatementTests {

    private static final JsonMapper SORTING = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void members_stand_in_the_order_of_their_names_and_nothing_between_them() {
        byte[] written = StatementWriter.write(withEverything());

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(SORTING.writeValueAsString(SORTING.readValue(written, Object.class)));
    }

    @Test
    void a_statement_with_all_that_it_may_have_is_read_as_it_was_written() {
        assertThat(StatementReader.read(StatementWriter.write(withEverything())))
                .isEqualTo(withEverything());
    }

    /** A settled month to which everything is added that a statement may have. */
    private static Statement withEverything() {
        Outcome outcome = new SettlementEngine().settle(month(agreement("""
                clause 1.1 "Energy":
                  when Energy Used is above 1 kWh,
                  Client shall pay Energy Used * 0.10 EUR per kWh to Supplier within 14 days after settlement.
                VAT at 9 % is added to clause 1.1.
                """), MARCH, 1));
        Statement settled = ((Outcome.Settled) outcome).settlement().statement();
        LineTrace trace = new LineTrace(
                0,
                "1.1",
                new SourceRange(1, 2, 3, 4),
                List.of("clause 1.1"),
                List.of(new LineTrace.GuardValue("it is a \"weekend\"", true)),
                List.of("Énergie"),
                List.of(new LineTrace.ReadingsUsed(
                        "Register",
                        MARCH,
                        MARCH.plusMonths(1),
                        31,
                        2,
                        1,
                        3,
                        List.of("2026-03-01T00:00:00Z"),
                        List.of(new LineTrace.StandUsed(MARCH, "12.5", "kWh", true)))),
                List.of(new LineTrace.AdjustmentUsed("Change", MARCH, MARCH.plusDays(1), "3", "kWh")),
                List.of(new LineTrace.EventUsed("Outage", MARCH.atTime(10, 0), List.of("Hours 3 hours"))));
        Duty duty = new Duty(
                Duty.Kind.TRANSFER,
                "1.1",
                "Client",
                Optional.of("Supplier"),
                "Coin",
                Optional.of(Exact.parse("1/3")),
                "coins",
                MARCH,
                trace);
        return new Statement(
                settled.agreement(),
                settled.version(),
                settled.agreementHash(),
                settled.period(),
                settled.number(),
                settled.from(),
                settled.to(),
                settled.reason(),
                settled.settledOn(),
                settled.currency(),
                settled.lines(),
                settled.documents(),
                settled.values(),
                List.of(settled.trace().get(0), trace),
                List.of("Client may terminate"),
                List.of("Client"),
                List.of(duty),
                settled.baselines(),
                Optional.of(corrected(settled)),
                settled.evidenceDigest(),
                settled.asOfBlock(),
                settled.engineVersion());
    }

    private static Corrected corrected(Statement settled) {
        List<Correction> reversals = Correction.reversals(settled.documents());
        Correction payable =
                Correction.of(List.of(), settled.documents(), false).get(0);
        return new Corrected(
                2, "ab".repeat(32), MARCH.plusDays(40), reversals, List.of(new Corrected.Difference(payable, MARCH)));
    }
}
