package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlugTests {

    @Test
    void names_become_plain_letters_digits_and_hyphens() {
        assertThat(Slug.of("  Month (clause 2.1 paid) ")).isEqualTo("month-clause-2-1-paid");
        assertThat(Slug.of("Café de l'Île")).isEqualTo("cafe-de-l-ile");
        assertThat(Slug.of("Q1/2026\n")).isEqualTo("q1-2026");
        assertThatIllegalArgumentException().isThrownBy(() -> Slug.of(" -/- "));
    }

    @Test
    void a_name_without_marks_is_treated_as_one_with_marks() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String name = "n" + text(random);
            // behind it, one letter with a mark takes the way of all letters
            assertThat(Slug.of(name + " é")).isEqualTo(Slug.of(name) + "-e");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append((char) random.nextInt(0x80));
        }
        return text.toString();
    }
}
