package io.smartblocks.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlementBenchTests {

    @Test
    void figures_are_told_for_rules_and_for_plain_java() {
        SettlementBench.Report report = SettlementBench.run(20);

        assertThat(report.fromReadings().perSecond()).isPositive();
        assertThat(report.lines()).hasSize(8).last().asString().contains("signed");
    }
}
