package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;

/** What is due on a day is due while the agreement is in force. */
final class TimeCheck {

    private TimeCheck() {}

    static void of(Doubts doubts, Settings settings) {
        for (Clause clause : doubts.clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                Nodes.within(provision.effect(), Due.By.class)
                        .filter(by ->
                                by.date().isAfter(settings.to()) || by.date().isBefore(settings.from()))
                        .forEach(by -> doubts.add(Diagnostic.of(
                                        Code.W0708,
                                        provision.at(),
                                        "this is due on %s, but the agreement is in force from %s to %s"
                                                .formatted(by.date(), settings.from(), settings.to()))
                                .help("name a day within the term, or count from the end: `within 30 days after …`")));
            }
        }
    }
}
