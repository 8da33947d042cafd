package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterLinksTests {

    @Test
    void a_meter_of_the_text_leads_to_the_meter_of_the_ledger() {
        MeterLinks links =
                MeterLinks.in("meter Import Meter reads kWh every 15 minutes\n  from \"meter/IE-9001/import\".");

        assertThat(links.of("Import Meter")).isEqualTo("IE-9001/import");
        assertThat(links.of("Another Meter")).isEmpty();
    }
}
