package io.smartblocks.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.agreement.Drafting.Draft;
import io.smartblocks.portal.agreement.Drafting.Faulty;
import io.smartblocks.templates.Templates;
import org.junit.jupiter.api.Test;

class DraftingTests {

    private static final String TEXT =
            Templates.find("time-of-use-supply").orElseThrow().sample();

    @Test
    void a_complete_text_can_be_proposed() {
        assertThat(Drafting.of("Supply", TEXT)).isInstanceOf(Draft.class);
    }

    @Test
    void a_text_that_leaves_a_question_open_cannot_be_proposed() {
        String open = TEXT.replaceFirst("working days follow \"[^\"]*\"\\.\\s", "");

        assertThat(Drafting.of("Supply", open))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.line()).isPositive())
                                .satisfies(fault ->
                                        assertThat(fault.words()).contains("which days are working days", "Say it: ")));
    }

    @Test
    void a_text_with_an_error_cannot_be_proposed() {
        String wrong = TEXT.replace("shall pay Day Energy * Day Price", "shall pay Day Energy + Day Price");

        assertThat(Drafting.of("Supply", wrong))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .allSatisfy(fault -> assertThat(fault.words()).contains("different units"))
                                .extracting(Drafting.Fault::line)
                                .containsExactly((int) wrong.substring(0, wrong.indexOf("Day Energy + Day Price"))
                                        .lines()
                                        .count()));
    }
}
