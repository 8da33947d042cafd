package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTextProperties {

    private static final String[] SCRAPS = {
        ".", "\"", "#", "(", "\r", "\r\n", "😀", "\ud800", "\u0000", "\ufeff", " 5 ", "clause ", "°"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_that_is_asked_of_any_text_fails(long seed) {
        Random random = new Random(seed);
        String text = AgreementTexts.own().get((int) (seed % 4)).text();
        for (int run = 0; run < 25; run++) {
            int cut = random.nextInt(text.length());
            int end = cut + random.nextInt(text.length() - cut);
            String odd = text.substring(0, cut) + SCRAPS[random.nextInt(SCRAPS.length)] + text.substring(end);
            int caret = random.nextInt(odd.length() + 1);
            assertThatCode(() -> everything(odd, caret)).as(odd).doesNotThrowAnyException();
        }
    }

    private static void everything(String odd, int caret) {
        OpenText open = OpenText.of(new SourceText("odd", odd));
        open.diagnostics();
        open.suggestions(caret);
        open.explained(caret);
        open.definition(caret);
        open.references(caret, true);
        open.renamed(caret, "Another Name");
        open.outline();
        open.foldings();
        open.colours();
        open.laidOut();
        open.mendings(new Span(0, odd.length()));
    }
}
