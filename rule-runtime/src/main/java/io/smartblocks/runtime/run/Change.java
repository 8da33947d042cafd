package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.Written;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * That something was written on the ledger on which settlements may rest, in the words of its key.
 *
 * @param day the day behind which a period has to end that it may concern; what is of no day concerns none
 */
record Change(String key, List<String> parts, Optional<LocalDate> day, long block) {

    static Change of(Written written) {
        List<String> parts = List.of(written.key().split("/"));
        return new Change(written.key(), parts, dayOf(parts), written.block());
    }

    private static Optional<LocalDate> dayOf(List<String> parts) {
        return switch (parts.get(0)) {
            case "readings", "index" -> day(parts.get(parts.size() - 1));
            case "statement" ->
                isOccurrence(parts)
                        ? occurrence(parts).map(Stated::from)
                        // an instant lies at most a day from the local one
                        : parts.size() > 4 ? day(parts.get(4)).map(day -> day.minusDays(1)) : Optional.empty();
            default -> parts.size() > 3 ? day(parts.get(3)) : Optional.empty();
        };
    }

    /** The part of the key that tells what it is about. */
    String kind() {
        return parts.get(0);
    }

    /** The beginning of the key before the day, for readings and values of an index. */
    String source() {
        return key.substring(0, key.lastIndexOf('/'));
    }

    /** What those read whom it may concern, as in {@link Sources}; nothing where it concerns its agreement anyway. */
    Optional<String> watched() {
        return switch (kind()) {
            case "readings", "index" -> Optional.of(source());
            case "settlement", "payment" -> Optional.of(Sources.settlementsOf(agreement()));
            default -> Optional.empty();
        };
    }

    /** The agreement, for what is kept under its name. */
    AgreementId agreement() {
        return new AgreementId(parts.get(1));
    }

    /** The day from which something is stated that is evidence of periods: by an agreement's {@code statement/…}. */
    Optional<LocalDate> statedFrom() {
        return kind().equals("statement") && !isOccurrence(parts) ? day : Optional.empty();
    }

    /** The clause of which it is stated that it was performed or breached. */
    Optional<Stated> occurrence() {
        return kind().equals("statement") && isOccurrence(parts) ? occurrence(parts) : Optional.empty();
    }

    private static boolean isOccurrence(List<String> statement) {
        return statement.get(2).equals("occurrence");
    }

    private static Optional<Stated> occurrence(List<String> statement) {
        return statement.size() > 6
                ? day(statement.get(5))
                        .map(from -> new Stated(statement.get(3), statement.get(4), statement.get(6), from))
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
