package io.smartblocks.ledger.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.proof.Hash;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWritingTests {

    private final SharedWriting writing = new SharedWriting();

    /** A record that others may hold. */
    record Part(String words, BigDecimal amount) {}

    /** A record that holds others. */
    record Whole(int number, Part part, List<Part> more) {}

    @Test
    void what_was_written_before_stands_in_each_text_as_in_one_that_is_written_alone() {
        Part part = new Part("\u00fc\"\n".repeat(200), new BigDecimal("1.0"));
        Part small = new Part("small", BigDecimal.ONE);
        for (Record each : List.of(
                part,
                new Whole(1, part, List.of(small, part)),
                new Whole(2, small, List.of()),
                new Whole(3, part, List.of()))) {
            assertThat(new String(writing.bytes(each))).isEqualTo(CanonicalJson.write(each));
        }
    }

    @Test
    void what_is_equal_but_not_the_same_has_a_text_of_its_own() {
        String words = "x".repeat(400);
        writing.bytes(new Part(words, new BigDecimal("1.0")));

        Whole other = new Whole(1, new Part(words, new BigDecimal("1.00")), List.of());
        assertThat(new String(writing.bytes(other)))
                .isEqualTo(CanonicalJson.write(other))
                .contains("1.00");
    }

    @Test
    void a_text_is_kept_with_its_hash_for_who_asks_again() {
        Part part = new Part("kept", BigDecimal.TEN);
        SharedWriting.Text text = writing.text(part);

        assertThat(text.hash()).isEqualTo(Hash.of(CanonicalJson.write(part)));
        assertThat(writing.text(part)).isSameAs(text);
        assertThat(writing.text(new Part("kept", BigDecimal.TEN)).hash()).isEqualTo(text.hash());
    }
}
