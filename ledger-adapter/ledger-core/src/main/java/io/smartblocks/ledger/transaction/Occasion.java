package io.smartblocks.ledger.transaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that happened to what a clause lets a party owe for a settled period, and makes documents of its own. These
 * stand beside the period's under a name that no period has, such as {@code Month (clause 2.1 paid)}.
 *
 * @param period the name of the period's term
 * @param clause the number of the clause
 * @param happened what happened: {@code paid}, {@code performed} or {@code breached}
 */
public record Occasion(String period, String clause, String happened) {

    private static final Pattern NAME = Pattern.compile("(.+) \\(clause ([0-9.]+) (paid|performed|breached)\\)");

    /** What a name says, where it is that of an occasion. */
    public static Optional<Occasion> of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new Occasion(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The period that a name is about, whether it is its own or that of an occasion. */
    public static String periodOf(String name) {
        return of(name).map(Occasion::period).orElse(name);
    }

    /** The name under which its documents stand. */
    public String name() {
        return period + " (clause " + clause + " " + happened + ")";
    }
}
