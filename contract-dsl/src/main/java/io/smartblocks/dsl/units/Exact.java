package io.smartblocks.dsl.units;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact rational number: a decimal wherever the value has a finite one, a reduced fraction elsewhere, so that the
 * roundings an agreement asks for are the only ones.
 */
public final class Exact implements Comparable<Exact> {

    public static final Exact ZERO = new Exact(BigDecimal.ZERO, BigInteger.ONE);
    public static final Exact ONE = new Exact(BigDecimal.ONE, BigInteger.ONE);

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** The value is {@code numerator / denominator}; the denominator is the constant one for every finite decimal. */
    private final BigDecimal numerator;

    private final BigInteger denominator;

    private Exact(BigDecimal numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The exact value of a decimal. */
    public static Exact of(BigDecimal value) {
        return new Exact(requireNonNull(value, "value"), BigInteger.ONE);
    }

    /** The exact value of a whole number. */
    public static Exact of(long value) {
        return new Exact(BigDecimal.valueOf(value), BigInteger.ONE);
    }

    /** The exact value of {@code unscaled * 10^-scale}. */
    public static Exact of(long unscaled, int scale) {
        return new Exact(BigDecimal.valueOf(unscaled, scale), BigInteger.ONE);
    }

    /** The value written in {@code text}, such as {@code 0.0850} or {@code 1/3}, the form {@link #toString()} gives. */
    public static Exact parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigDecimal(text))
                : of(new BigDecimal(text.substring(0, slash))).dividedBy(of(new BigDecimal(text.substring(slash + 1))));
    }

    public Exact plus(Exact other) {
        if (isDecimal() && other.isDecimal()) {
            return of(numerator.add(other.numerator));
        }
        BigDecimal sum = numerator
                .multiply(new BigDecimal(other.denominator))
                .add(other.numerator.multiply(new BigDecimal(denominator)));
        return reduced(sum, denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    public Exact times(Exact other) {
        BigDecimal product = numerator.multiply(other.numerator);
        return isDecimal() && other.isDecimal()
                ? of(product)
                : reduced(product, denominator.multiply(other.denominator));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Exact dividedBy(Exact other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (isDecimal() && other.isDecimal() && PowerOfTen.is(other.numerator)) {
            return of(PowerOfTen.divided(numerator, other.numerator));
        }
        BigDecimal top = numerator.multiply(new BigDecimal(other.denominator));
        BigDecimal bottom = other.numerator.multiply(new BigDecimal(denominator));
        int scale = Math.max(0, bottom.scale());
        BigInteger divisor = bottom.setScale(scale).unscaledValue();
        BigDecimal dividend = top.scaleByPowerOfTen(scale);
        return divisor.signum() < 0 ? reduced(dividend.negate(), divisor.negate()) : reduced(dividend, divisor);
    }

    public Exact negated() {
        return new Exact(numerator.negate(), denominator);
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This value at the nearest whole multiple of a positive {@code step}, ties and directions as {@code mode} says. */
    public Exact roundedTo(Exact step, RoundingMode mode) {
        if (isDecimal() && step.isDecimal() && PowerOfTen.is(step.numerator)) {
            return of(numerator.setScale(-PowerOfTen.exponent(step.numerator), mode));
        }
        Exact steps = dividedBy(step);
        return of(steps.toDecimal(0, mode)).times(step);
    }

    /** This value with {@code scale} digits after the point. */
    public BigDecimal toDecimal(int scale, RoundingMode mode) {
        return isDecimal()
                ? numerator.setScale(scale, mode)
                : numerator.divide(new BigDecimal(denominator), scale, mode);
    }

    /** The quotient with {@code scale} digits after the point, rounded once. */
    public BigDecimal quotient(Exact divisor, int scale, RoundingMode mode) {
        if (isDecimal() && divisor.isDecimal() && PowerOfTen.is(divisor.numerator)) {
            return PowerOfTen.divided(numerator, divisor.numerator).setScale(scale, mode);
        }
        BigDecimal top = divisor.isDecimal() ? numerator : numerator.multiply(new BigDecimal(divisor.denominator));
        BigDecimal bottom = isDecimal() ? divisor.numerator : divisor.numerator.multiply(new BigDecimal(denominator));
        return top.divide(bottom, scale, mode);
    }

    /** The text of the quotient with {@code digits} after the point at most, rounded once, without trailing zeros. */
    public String quotientText(Exact divisor, int digits, RoundingMode mode) {
        if (isDecimal() && divisor.isDecimal() && PowerOfTen.is(divisor.numerator)) {
            BigDecimal quotient = PowerOfTen.divided(numerator, divisor.numerator);
            return PlainText.shortest(quotient.scale() <= digits ? quotient : quotient.setScale(digits, mode));
        }
        return PlainText.shortest(quotient(divisor, digits, mode));
    }

    /** The decimal that this value is, if it has a finite one. */
    public Optional<BigDecimal> decimal() {
        return isDecimal() ? Optional.of(numerator) : Optional.empty();
    }

    /** True if the value has a finite decimal form. */
    public boolean isDecimal() {
        return denominator == BigInteger.ONE;
    }

    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Exact other) {
        return isDecimal() && other.isDecimal()
                ? numerator.compareTo(other.numerator)
                : numerator
                        .multiply(new BigDecimal(other.denominator))
                        .compareTo(other.numerator.multiply(new BigDecimal(denominator)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exact exact && compareTo(exact) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * numerator.stripTrailingZeros().hashCode() + denominator.hashCode();
    }

    /** The canonical text: a plain decimal without trailing zeros, or {@code numerator/denominator}. */
    @Override
    public String toString() {
        String top = PlainText.shortest(numerator);
        return isDecimal() ? top : top + "/" + denominator;
    }

    /** Lowest terms: a whole numerator over a denominator without factors 2 and 5, or a decimal. */
    private static Exact reduced(BigDecimal top, BigInteger bottom) {
        if (top.signum() == 0) {
            return ZERO;
        }
        return bottom.bitLength() < Long.SIZE ? reduced(top, bottom.longValue()) : reducedLarge(top, bottom);
    }

    /** The same where the denominator is no large number, as nearly always. */
    private static Exact reduced(BigDecimal top, long bottom) {
        int twos = Long.numberOfTrailingZeros(bottom);
        long denominator = bottom >> twos;
        int fives = 0;
        for (; denominator % 5 == 0; denominator /= 5) {
            fives++;
        }
        BigDecimal numerator = twos + fives == 0
                ? top
                : top.multiply(new BigDecimal(FIVE.pow(twos).shiftLeft(fives), twos + fives));
        if (denominator == 1) {
            return of(numerator);
        }
        BigInteger digits = numerator.unscaledValue();
        long common =
                gcd(denominator, digits.mod(BigInteger.valueOf(denominator)).longValue());
        return common == 1
                ? new Exact(numerator, BigInteger.valueOf(denominator))
                : new Exact(
                        new BigDecimal(digits.divide(BigInteger.valueOf(common)), numerator.scale()),
                        denominator == common ? BigInteger.ONE : BigInteger.valueOf(denominator / common));
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private static Exact reducedLarge(BigDecimal top, BigInteger bottom) {
        BigDecimal numerator = top;
        BigInteger denominator = bottom;
        while (!denominator.testBit(0)) {
            denominator = denominator.shiftRight(1);
            numerator = numerator.multiply(BigDecimal.valueOf(5)).scaleByPowerOfTen(-1);
        }
        for (BigInteger[] split = denominator.divideAndRemainder(FIVE);
                split[1].signum() == 0;
                split = denominator.divideAndRemainder(FIVE)) {
            denominator = split[0];
            numerator = numerator.multiply(BigDecimal.valueOf(2)).scaleByPowerOfTen(-1);
        }
        BigInteger common = numerator.unscaledValue().gcd(denominator);
        if (!common.equals(BigInteger.ONE)) {
            numerator = new BigDecimal(numerator.unscaledValue().divide(common), numerator.scale());
            denominator = denominator.divide(common);
        }
        return new Exact(numerator, denominator.equals(BigInteger.ONE) ? BigInteger.ONE : denominator);
    }
}
