package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.agreement.WordDifference.Fate;
import io.smartblocks.portal.agreement.WordDifference.Run;
import org.junit.jupiter.api.Test;

class WordDifferenceTests {

    @Test
    void words_that_went_stand_before_those_that_came_in_their_place() {
        assertThat(WordDifference.of("Price is 0.20 EUR per kWh.", "Price is 0.22 EUR per kWh by day."))
                .containsExactly(
                        new Run(Fate.KEPT, "Price is"),
                        new Run(Fate.REMOVED, "0.20"),
                        new Run(Fate.ADDED, "0.22"),
                        new Run(Fate.KEPT, "EUR per"),
                        new Run(Fate.REMOVED, "kWh."),
                        new Run(Fate.ADDED, "kWh by day."));
    }

    @Test
    void a_sentence_without_a_counterpart_is_all_new_or_all_gone() {
        assertThat(WordDifference.of("", "VAT at 9 %.")).containsExactly(new Run(Fate.ADDED, "VAT at 9 %."));
        assertThat(WordDifference.of("VAT at 9 %.", "")).containsExactly(new Run(Fate.REMOVED, "VAT at 9 %."));
    }
}
