package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannedExampleTests {

    private static final Pattern FIGURE = Pattern.compile("(\"value\":\")([0-9.]+\")");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("..", "templates"))) {
            return templates
                    .map(template -> template.resolve("sample.esco"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_agreement_with_another_figure_has_the_plan_and_the_parameters_that_it_would_have_alone(Path sample)
            throws IOException {
        String form = CompiledForm.of(SharedFiles.compiled(sample.toString(), Files.readString(sample)))
                .json();
        Agreement agreement = read(form);
        int figures = Math.toIntExact(FIGURE.matcher(form).results().count());
        int alike = 0;
        for (Declaration.Period period : agreement.periods()) {
            PlannedExample example = example(agreement, period);
            for (int i = 0; i < figures; i++) {
                Agreement other = read(changed(form, i));
                Planning.Planned alone = Planning.of(other, period.name());
                Optional<Exact[]> parameters = example.parametersOf(other);
                alike += parameters.isPresent() ? 1 : 0;
                parameters.ifPresent(found -> {
                    assertThat(found).containsExactly(alone.parameters());
                    assertThat(example.plan().text()).isEqualTo(alone.plan().text());
                });
            }
        }
        assertThat(alike).isGreaterThan(figures / 2);
    }

    @Test
    void other_meters_and_names_leave_the_plan_as_it_is() throws IOException {
        String form = CompiledForm.of(GroundFixture.bends()).json();
        Agreement other = read(form.replace("\"id\":\"meter/", "\"id\":\"meter/other/")
                .replaceAll("\"legalName\":\"", "\"legalName\":\"Other "));
        assertThat(CompiledForm.of(other).json()).isNotEqualTo(form);

        PlannedExample example = example(read(form), other.periods().get(0));
        assertThat(example.parametersOf(other)).isPresent();
    }

    @Test
    void another_condition_makes_another_plan() throws IOException {
        String text = GroundFixture.bendsText();
        Agreement agreement = SharedFiles.compiled("a", text);
        Agreement other = SharedFiles.compiled("b", text.replace("at least 37.5 %", "above 37.5 %"));

        assertThat(example(agreement, agreement.periods().get(0)).parametersOf(other))
                .isEmpty();
    }

    private static PlannedExample example(Agreement agreement, Declaration.Period period) {
        return new PlannedExample(agreement, Planning.of(agreement, period.name()));
    }

    private static Agreement read(String form) {
        return CompiledForm.read(form).agreement().orElseThrow();
    }

    /** The form with another figure at one place. */
    private static String changed(String form, int place) {
        int[] at = FIGURE.matcher(form)
                .results()
                .flatMapToInt(found -> IntStream.of(found.start(2)))
                .toArray();
        return form.substring(0, at[place]) + "7" + form.substring(at[place]);
    }
}
