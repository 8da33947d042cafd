package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReputationEvent.DealPaid;
import io.smartblocks.ledger.state.ReputationEvent.DealPaidLate;
import io.smartblocks.ledger.state.ReputationEvent.DisputeUpheld;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how an organisation keeps its agreements, made by readers from the events that stand on the ledger.
 *
 * <p>The score is the share of the weight that speaks for it: {@code (good + 1) / (good + bad + 2)}, so that nobody begins
 * at 0 or 1 and one event moves a newcomer more than an old partner. A deal paid in time weighs 1 for the organisation;
 * against it weigh a late payment 1 for every week begun, at most 4, a dispute upheld 3, and a breach 1, since only its
 * creditor states it. A dispute that was rejected weighs nothing, nor does a breach that was taken back. Ratings have a
 * mean of their own and do not enter the score.
 *
 * @param organisation whom it is about
 * @param events what formed it, in the order of time
 */
public record Reputation(MemberId organisation, List<ReputationEvent> events) {

    private static final int DIGITS = 4;
    private static final int STAR_DIGITS = 2;
    private static final int MOST_FOR_LATENESS = 4;
    private static final int DAYS_OF_WEEK = 7;

    public Reputation {
        events = List.copyOf(events);
    }

    /** The reputation that the events of one organisation form. */
    public static Reputation of(MemberId organisation, List<ReputationEvent> events) {
        List<ReputationEvent> inTime = new ArrayList<>(events);
        for (ReputationEvent event : events) {
            if (!event.organisation().equals(organisation)) {
                throw new IllegalArgumentException(
                        "an event about '" + event.organisation() + "' says nothing of '" + organisation + "'");
            }
        }
        inTime.sort((one, other) -> one.at().compareTo(other.at()));
        return new Reputation(organisation, inTime);
    }

    /** How much the event weighs: above 0 for the organisation, below 0 against it. */
    public static int weight(ReputationEvent event) {
        if (event instanceof DealPaid) {
            return 1;
        }
        if (event instanceof DealPaidLate late) {
            return -Math.min(MOST_FOR_LATENESS, (late.daysLate() + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK);
        }
        if (event instanceof DisputeUpheld) {
            return -3;
        }
        return event instanceof TermBreached breach && !breach.retracted() ? -1 : 0;
    }

    /** The weight of all events that speak for it. */
    public long good() {
        return events.stream()
                .mapToInt(Reputation::weight)
                .filter(weight -> weight > 0)
                .asLongStream()
                .sum();
    }

    /** The weight of all events that speak against it. */
    public long bad() {
        return -events.stream()
                .mapToInt(Reputation::weight)
                .filter(weight -> weight < 0)
                .asLongStream()
                .sum();
    }

    /** The score between 0 and 1, to four digits; 0.5 where nothing is known. */
    public BigDecimal score() {
        return BigDecimal.valueOf(good() + 1)
                .divide(BigDecimal.valueOf(good() + bad() + 2), DIGITS, RoundingMode.HALF_EVEN);
    }

    /** What the other parties said, in the order of time. */
    public List<Rated> ratings() {
        return events.stream()
                .filter(Rated.class::isInstance)
                .map(Rated.class::cast)
                .toList();
    }

    /** The mean of all stars, to two digits; empty where nobody rated it. */
    public Optional<BigDecimal> stars() {
        List<Rated> ratings = ratings();
        if (ratings.isEmpty()) {
            return Optional.empty();
        }
        long sum = ratings.stream().mapToLong(Rated::stars).sum();
        return Optional.of(BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(ratings.size()), STAR_DIGITS, RoundingMode.HALF_EVEN));
    }
}
