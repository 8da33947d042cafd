package io.smartblocks.portal.editor;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a version as the next one begins: a new number, and what it stands in place of, in the head. */
final class NextVersion {

    private static final Pattern HEAD = Pattern.compile("(contract\\s+\"[^\"]*\"\\s+version\\s+)(\\S+?)"
            + "((?:\\s+from\\s+template\\s+\"[^\"]*\"\\s+version\\s+\\S+?)?)"
            + "(?:,\\s+in\\s+place\\s+of\\s+version\\s+\\S+\\s+from\\s+\\d+\\s+\\p{L}+\\s+\\d+[^.]*?)?\\.(?=\\s)");
    private static final Pattern PLACE = Pattern.compile(",\\s+in\\s+place\\s+of\\s");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private NextVersion() {}

    /** The text with the next free number, to take effect with the month after the day; the writer changes either. */
    static String of(String text, List<AgreementRecord> versions, LocalDate today) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return text;
        }
        LocalDate from = today.withDayOfMonth(1).plusMonths(1);
        String place = ", in place of version %s from %s.".formatted(head.group(2), DAY.format(from));
        return text.substring(0, head.start())
                + head.group(1)
                + next(head.group(2), versions)
                + head.group(3)
                + place
                + text.substring(head.end());
    }

    /** Whether a text stands in place of an earlier version. */
    static boolean isOne(String text) {
        Matcher head = HEAD.matcher(text);
        return head.find() && PLACE.matcher(head.group()).find();
    }

    private static String next(String version, List<AgreementRecord> versions) {
        int dot = version.lastIndexOf('.') + 1;
        String last = version.substring(dot);
        int number = last.matches("\\d{1,6}") ? Integer.parseInt(last) : 0;
        String next;
        do {
            number++;
            next = version.substring(0, dot) + number;
        } while (isTaken(next, versions));
        return next;
    }

    private static boolean isTaken(String version, List<AgreementRecord> versions) {
        return versions.stream().anyMatch(known -> known.proposal().version().equals(version));
    }
}
