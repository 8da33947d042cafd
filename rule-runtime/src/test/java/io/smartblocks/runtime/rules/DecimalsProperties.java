package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers with one decimal point come to what exact numbers come to, or leave it to these. */
class DecimalsProperties {

    private static final int SIZE = 7;

    @ParameterizedTest
    @EnumSource(Figure.Operation.class)
    void joined_they_are_what_exact_numbers_are(Figure.Operation operation) {
        Random random = new Random(31);
        int left = 0;
        for (int tries = 0; tries < 2_000; tries++) {
            Decimals a = decimals(random);
            Decimals b = tries % 5 == 0 ? (Decimals) Decimals.flat(Exact.of(random.nextInt(99), 2)) : decimals(random);
            Optional<Decimals> joined = Decimals.joined(operation, a, b);
            left += joined.isEmpty() ? 1 : 0;
            for (int i = 0; joined.isPresent() && i < SIZE; i++) {
                assertThat(joined.get().apply(i)).isEqualTo(exactly(operation, a.apply(i), b.apply(i)));
            }
        }
        assertThat(left).as("left to exact numbers").isBetween(1, 1_999);
    }

    @ParameterizedTest
    @ValueSource(longs = {32, 33})
    void aggregates_are_those_of_exact_numbers(long seed) {
        Random random = new Random(seed);
        for (int tries = 0; tries < 300; tries++) {
            Decimals values = decimals(random);
            Exact total = Exact.ZERO;
            Exact highest = values.apply(0);
            Exact lowest = values.apply(0);
            for (int i = 0; i < SIZE; i += 2) {
                total = total.plus(values.apply(i));
                highest = highest.max(values.apply(i));
                lowest = lowest.min(values.apply(i));
            }
            Optional<Exact> sum = values.aggregate(Aggregate.Kind.TOTAL, SIZE, i -> i % 2 == 0);
            if (sum.isPresent()) {
                assertThat(sum).contains(total);
                assertThat(values.aggregate(Aggregate.Kind.HIGHEST, SIZE, i -> i % 2 == 0))
                        .contains(highest);
                assertThat(values.aggregate(Aggregate.Kind.LOWEST, SIZE, i -> i % 2 == 0))
                        .contains(lowest);
            }
        }
    }

    @Test
    void what_could_leave_the_range_is_left_to_exact_numbers() {
        Decimals large = Decimals.of(new long[] {Long.MAX_VALUE / 2, 1}, 3);

        assertThat(Decimals.joined(Figure.Operation.TIMES, large, (Decimals) Decimals.flat(Exact.of(2))))
                .isPresent();
        assertThat(Decimals.joined(Figure.Operation.TIMES, large, (Decimals) Decimals.flat(Exact.of(3))))
                .isEmpty();
        assertThat(large.aggregate(Aggregate.Kind.TOTAL, 3, index -> index < 2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Figure.Operation.class)
    void none_joined_with_one_value_for_all_are_none(Figure.Operation operation) {
        Decimals none = Decimals.of(new long[0], 3);
        Decimals one = (Decimals) Decimals.flat(Exact.of(125, 2));

        assertThat(Decimals.joined(operation, none, one).orElseThrow().aggregate(Aggregate.Kind.TOTAL, 0, Decimals.ALL))
                .contains(Exact.ZERO);
        assertThat(Decimals.joined(operation, one, none).orElseThrow().aggregate(Aggregate.Kind.TOTAL, 0, Decimals.ALL))
                .contains(Exact.ZERO);
    }

    @Test
    void exact_values_are_whole_numbers_unless_one_is_a_fraction_or_too_long() {
        Exact third = Exact.ONE.dividedBy(Exact.of(3));
        List<Exact> values = List.of(Exact.parse("1.25"), Exact.parse("-7"), Exact.parse("1000"));

        Decimals all = Decimals.of(values).orElseThrow();

        assertThat(IntStream.range(0, 3).mapToObj(all::apply)).containsExactlyElementsOf(values);
        assertThat(Decimals.of(List.of(Exact.ONE, third))).isEmpty();
        assertThat(Decimals.of(List.of(Exact.parse("1e17"), Exact.parse("0.00001"))))
                .isEmpty();
    }

    @Test
    void a_fraction_stays_a_fraction() {
        Exact third = Exact.ONE.dividedBy(Exact.of(3));

        assertThat(Decimals.flat(third)).isNotInstanceOf(Decimals.class);
        assertThat(Decimals.flat(third).apply(5)).isEqualTo(third);
        assertThat(Decimals.flat(Exact.of(25, 1)).apply(5)).isEqualTo(Exact.of(25, 1));
    }

    /** Small and huge ones. */
    private static Decimals decimals(Random random) {
        long[] values = new long[SIZE];
        int bits = 1 + random.nextInt(61);
        for (int i = 0; i < SIZE; i++) {
            values[i] = random.nextLong() >> bits;
        }
        return Decimals.of(values, random.nextInt(7));
    }

    private static Exact exactly(Figure.Operation operation, Exact left, Exact right) {
        return switch (operation) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case MIN -> left.min(right);
            case MAX -> left.max(right);
            case EXCESS -> left.minus(right).max(Exact.ZERO);
        };
    }
}
