package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.StateView;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an organisation keeps its agreements, with all that the figures are made of.
 *
 * @param score the share of the weight that speaks for it
 * @param good the weight of all events for it
 * @param bad the weight of all events against it
 * @param stars the mean of its ratings
 * @param ratings how many ratings there are
 * @param events what formed it, in the order of time
 */
record ReputationReport(
        BigDecimal score, long good, long bad, Optional<BigDecimal> stars, int ratings, List<Event> events) {

    /**
     * One event.
     *
     * @param at the time of its block
     * @param agreement where it came from
     * @param what happened, in words
     * @param weight above 0 for the organisation, below 0 against it
     */
    record Event(Instant at, String agreement, String what, int weight) {

        static Event of(ReputationEvent event) {
            return new Event(
                    event.at(), ReputationWords.source(event), ReputationWords.of(event), Reputation.weight(event));
        }

        private String weightInWords() {
            return weight == 0 ? "0" : "%+d".formatted(weight);
        }
    }

    static ReputationReport of(MemberId organisation, StateView ledger) {
        Reputation reputation = Reputation.of(
                organisation,
                ledger.states("reputation/" + organisation + "/").stream()
                        .map(entry -> (ReputationEvent) entry.state())
                        .toList());
        return new ReputationReport(
                reputation.score(),
                reputation.good(),
                reputation.bad(),
                reputation.stars(),
                reputation.ratings().size(),
                reputation.events().stream().map(Event::of).toList());
    }

    void print(PrintWriter out) {
        out.println("\nReputation");
        new Facts(out)
                .print(
                        "score",
                        "%s = (%d for + 1) / (%d for + %d against + 2); 0.5 where nothing is known"
                                .formatted(score.toPlainString(), good, good, bad))
                .print(
                        "stars",
                        stars.map(mean -> "%s of 5, the mean of %s"
                                        .formatted(mean.toPlainString(), Count.of(ratings, "rating")))
                                .orElse("nobody rated it"));
        out.println();
        new Table<Event>()
                .with("when", event -> event.at().toString())
                .with("weighs", Event::weightInWords)
                .with("agreement", Event::agreement)
                .with("what", Event::what)
                .print(out, events, "Nothing speaks for or against it yet.");
    }
}
