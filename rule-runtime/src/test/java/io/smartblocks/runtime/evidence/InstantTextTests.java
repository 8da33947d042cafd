package io.smartblocks.runtime.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTests {

    @Test
    void an_instant_has_the_text_that_java_gives_it() {
        Random random = new Random(26);
        for (int i = 0; i < 5_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt() * 100L + i);
            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "2026-10-25T01:00:00.250Z"
            })
    void so_has_one_at_the_edge(String text) {
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }
}
