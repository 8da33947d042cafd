package io.smartblocks.portal.document;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.portal.document.Invoice.Measured;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds how much of what at which price a line is: a quantity and a price among the values behind it whose product is the
 * line's amount to the last digit. A line that comes about otherwise is one piece at its amount.
 */
final class Measuring {

    /** More digits than any price is written with; a fraction without end is no price. */
    private static final int DIGITS = 10;

    private final Statement statement;
    private final String text;

    Measuring(Statement statement, String text) {
        this.statement = statement;
        this.text = text;
    }

    /** A figure in the unit it is shown in. */
    private record Figure(Exact base, Unit unit) {

        Optional<BigDecimal> shown() {
            Exact shown = base.dividedBy(unit.scale());
            BigDecimal written = shown.toDecimal(DIGITS, RoundingMode.HALF_UP);
            return Exact.of(written).equals(shown) ? Optional.of(plain(written)) : Optional.empty();
        }
    }

    /** The line as it stands in a document, where it may count the other way. */
    Measured of(int line, BigDecimal amount) {
        return statement.trace().stream()
                .filter(trace -> trace.line() == line)
                .flatMap(trace -> products(trace, amount))
                .findFirst()
                .orElseGet(
                        () -> new Measured(BigDecimal.valueOf(amount.signum() < 0 ? -1 : 1), Unit20.ONE, amount.abs()));
    }

    private Stream<Measured> products(LineTrace trace, BigDecimal amount) {
        List<Figure> figures = Stream.concat(trace.terms().stream().flatMap(this::figure), pricesIn(trace))
                .toList();
        return figures.stream()
                .filter(quantity -> Unit20.code(quantity.unit().symbol()).isPresent())
                .flatMap(quantity -> figures.stream()
                        .filter(price -> isPriceOf(quantity.unit(), price.unit()))
                        .filter(price -> isAmount(quantity.base().times(price.base()), amount))
                        .flatMap(price -> measured(quantity, price, amount).stream()));
    }

    private Stream<Figure> figure(String term) {
        return statement.values().stream()
                .filter(value -> value.name().equals(term))
                .filter(value -> !value.unit().isEmpty())
                .map(value -> new Figure(value.value(), Unit.parse(value.unit())));
    }

    /** Prices that the sentence itself writes, such as {@code 0.05 EUR per kWh}. */
    private Stream<Figure> pricesIn(LineTrace trace) {
        String sentence =
                text.substring(trace.sentence().start(), trace.sentence().end());
        return Pattern.compile("(\\d+(?:\\.\\d+)?)\\s+(" + statement.currency() + " per \\w+)")
                .matcher(sentence)
                .results()
                .map(found -> {
                    Unit unit = Unit.parse(found.group(2));
                    return new Figure(Exact.parse(found.group(1)).times(unit.scale()), unit);
                });
    }

    private boolean isPriceOf(Unit quantity, Unit price) {
        return price.isCommensurableWith(Unit.parse(statement.currency()).per(quantity.symbol()));
    }

    /** Whether the product is the amount, before it was rounded to the amount's digits. */
    private static boolean isAmount(Exact product, BigDecimal amount) {
        Exact off = product.minus(Exact.of(amount.abs()));
        Exact half = Exact.of(BigDecimal.valueOf(5, amount.scale() + 1));
        return off.max(off.negated()).compareTo(half) <= 0;
    }

    private static Optional<Measured> measured(Figure quantity, Figure price, BigDecimal amount) {
        Exact each = price.base().times(quantity.unit().scale());
        Optional<BigDecimal> priced = new Figure(each, Unit.NONE).shown();
        return quantity.shown()
                .flatMap(much -> priced.filter(cost -> cost.signum() >= 0 && much.signum() > 0)
                        .map(cost -> new Measured(
                                amount.signum() < 0 ? much.negate() : much,
                                Unit20.code(quantity.unit().symbol()).orElseThrow(),
                                cost)));
    }

    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
