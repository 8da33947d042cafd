package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.Written;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** That something was written on the ledger on which settlements may rest, in the words of its key. */
record Change(List<String> parts, long block) {

    /** What no day follows, such as the registration of an index, changes nothing. */
    static Change of(Written written) {
        return new Change(List.of(written.key().split("/")), written.block());
    }

    /** The part of the key that tells what it is about. */
    String kind() {
        return parts.get(0);
    }

    /** The beginning of the key before the day, for readings and values of an index. */
    String source() {
        return String.join("/", parts.subList(0, parts.size() - 1));
    }

    boolean isOfSource() {
        return kind().equals("readings") || kind().equals("index");
    }

    /** The agreement, for what is kept under its name. */
    AgreementId agreement() {
        return new AgreementId(parts.get(1));
    }

    /** The local day that ends the key of readings and values. */
    Optional<LocalDate> lastDay() {
        return day(parts.get(parts.size() - 1));
    }

    /** The day from which something is stated that is evidence of periods: by an agreement's {@code statement/…}. */
    Optional<LocalDate> statedFrom() {
        boolean ofPeriods = kind().equals("statement") && !parts.get(2).equals("occurrence") && parts.size() > 4;
        // an instant lies at most a day from the local one
        return ofPeriods ? day(parts.get(4)).map(day -> day.minusDays(1)) : Optional.empty();
    }

    /** The clause of which it is stated that it was performed or breached. */
    Optional<Stated> occurrence() {
        return kind().equals("statement") && parts.get(2).equals("occurrence") && parts.size() > 6
                ? day(parts.get(5)).map(from -> new Stated(parts.get(3), parts.get(4), parts.get(6), from))
                : Optional.empty();
    }

    /** What is stated of a clause for a period. */
    record Stated(String clause, String happening, String period, LocalDate from) {}

    /** True if it is about the settlement of a period or occasion: itself, a payment or a dispute. */
    boolean concerns(String name, LocalDate from) {
        return parts.size() > 3
                && parts.get(2).equals(Slug.of(name))
                && parts.get(3).equals(from.toString());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text.substring(0, Math.min(10, text.length())), DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
