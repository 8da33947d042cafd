package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Stated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One statement as commands report it. */
record StatementRow(
        String agreement,
        String stated,
        String statedBy,
        Instant at,
        String statement,
        boolean holds,
        List<String> waitsFor,
        String confirm) {

    private static final int SHORT = 12;

    static StatementRow of(Stated stated, StatedInWords words) {
        List<String> waitsFor =
                stated.unconfirmed().stream().map(MemberId::value).toList();
        return new StatementRow(
                stated.statement().agreement().value(),
                words.of(stated.statement()),
                stated.organisation().value(),
                stated.at(),
                stated.transaction().toString(),
                waitsFor.isEmpty(),
                waitsFor,
                waitsFor.isEmpty()
                        ? ""
                        : StatedInWords.confirming(stated.statement()) + " --statement " + shortId(stated));
    }

    /** The beginning of its transaction's id, which is enough to name it. */
    static String shortId(Stated stated) {
        return stated.transaction().toString().substring(0, SHORT);
    }

    String inWords() {
        String state = holds
                ? "holds"
                : "waits for the confirmation of " + String.join(", ", waitsFor) + "\n  to confirm: " + confirm;
        return "%s, %s%n  statement %s by %s at %s; it %s"
                .formatted(
                        agreement,
                        stated,
                        statement.substring(0, SHORT),
                        statedBy,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        state);
    }
}
