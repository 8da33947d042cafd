package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An amendment that comes into force while a sweep works. */
class AmendedMeanwhileTests {

    @TempDir
    private Path directory;

    @Test
    void an_amendment_agreed_between_evidence_and_commit_is_settled_right_the_next_time() {
        try (SupplyFixture supply = new SupplyFixture(directory)) {
            SiteFixture site = supply.site;
            site.at("2026-02-10T10:00:00");
            site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
            AtomicBoolean amended = new AtomicBoolean();
            Sweep sweep = site.sweepOn(FaultyLedger.before(site.ledger, batch -> {
                if (amended.compareAndSet(false, true)) {
                    supply.amended("1.1", "1.0", "16 January 2026", SupplyFixture.YEAR_END, "0.30");
                }
            }));

            List<Item> items = sweep.runAll().items();

            assertThat(items).singleElement().satisfies(item -> {
                assertThat(item.result()).isEqualTo(Result.FAILED);
                assertThat(item.message()).contains("1.1", "take effect");
            });
            assertThat(supply.settled()).isEmpty();

            site.at("2026-02-11T10:00:00");
            assertThat(site.sweep().runAll().items()).extracting(Item::result).contains(Result.SETTLED);
            assertThat(supply.settled())
                    .as("15 days at 0.20 and 16 days at 0.30 EUR per kWh")
                    .containsExactly("1.0 2026-01-01/2026-02-01 1872.00");
            assertThat(supply.verified()).allSatisfy(each -> assertThat(each).isInstanceOf(Verification.Same.class));
        }
    }
}
