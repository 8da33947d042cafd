package io.smartblocks.portal.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.templates.Templates;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextVersionTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 9);

    @Test
    void the_head_of_every_template_s_sample_becomes_that_of_its_next_version() {
        assertThat(Templates.all())
                .isNotEmpty()
                .allSatisfy(template -> assertThat(NextVersion.of(template.sample(), List.of(), TODAY))
                        .contains(", in place of version 1.0 from 1 April 2027."));
    }

    @Test
    void what_it_becomes_is_a_version_that_can_be_read() {
        String sample = Templates.find("time-of-use-supply").orElseThrow().sample();

        assertThat(NextVersion.isOne(sample)).isFalse();
        assertThat(NextVersion.isOne(NextVersion.of(sample, List.of(), TODAY))).isTrue();
        assertThat(AgreementCompiler.compile(new SourceText("next", NextVersion.of(sample, List.of(), TODAY)))
                        .agreement())
                .hasValueSatisfying(agreement -> {
                    assertThat(agreement.head().version()).isEqualTo("1.1");
                    assertThat(agreement.head().inPlaceOf())
                            .hasValueSatisfying(
                                    place -> assertThat(place.version()).isEqualTo("1.0"));
                });
    }

    @Test
    void what_the_last_version_stood_in_place_of_is_forgotten() {
        assertThat(NextVersion.of(
                        "contract \"A\" version 1.1, in place of version 1.0 from 1 May 2027.\n", List.of(), TODAY))
                .isEqualTo("contract \"A\" version 1.2, in place of version 1.1 from 1 April 2027.\n");
    }
}
