package io.smartblocks.ledger.meter.greenbutton;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plain fields of one element, and the first thing that is wrong with them. */
final class Fields {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
    private static final int MONEY_DECIMALS = 5;
    // 1 January 2200: what lies later is a time in milliseconds or none at all
    private static final long LATEST = 7_258_118_400L;

    private final Map<String, String> texts = new HashMap<>();
    private String fault = "";

    /** Keeps the text of a field; of a field that stands twice, the first. */
    void put(String name, String text) {
        texts.putIfAbsent(name, text);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    Optional<BigDecimal> number(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !WHOLE.matcher(text.get()).matches()) {
            fault("the " + name + " '" + text.get() + "' is not a whole number of at most 15 digits");
            return Optional.empty();
        }
        return text.map(BigDecimal::new);
    }

    int code(String name, int otherwise) {
        return number(name)
                .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValueExact)
                .orElse(otherwise);
    }

    Optional<BigDecimal> money(String name) {
        return number(name).map(number -> number.movePointLeft(MONEY_DECIMALS));
    }

    Optional<Instant> instant(String name) {
        return number(name)
                .filter(number -> isInTime(name, number))
                .map(n -> Instant.ofEpochSecond(n.longValueExact()));
    }

    Optional<Duration> seconds(String name) {
        Optional<BigDecimal> number = number(name);
        if (number.isPresent() && (number.get().signum() < 0 || number.get().longValueExact() > LATEST)) {
            fault("the " + name + " " + number.get() + " is no length of an interval in seconds");
            return Optional.empty();
        }
        return number.map(n -> Duration.ofSeconds(n.longValueExact()));
    }

    void fault(String words) {
        fault = fault.isEmpty() ? words : fault;
    }

    Optional<String> firstFault() {
        return Optional.of(fault).filter(words -> !words.isEmpty());
    }

    private boolean isInTime(String name, BigDecimal number) {
        boolean inTime = number.signum() >= 0 && number.longValueExact() <= LATEST;
        if (!inTime) {
            fault("the " + name + " " + number + " is no time in seconds since 1970");
        }
        return inTime;
    }
}
