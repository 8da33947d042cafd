package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the stands of a register: what flowed between two of them, and where it rolls over or goes back. */
final class RegisterRule {

    // An advance that needs a tenth of the whole register is no roll-over but a register that was set back.
    private static final BigDecimal PARTS = BigDecimal.TEN;

    private final Counting counting;
    private @Nullable Value before;

    RegisterRule(Counting counting) {
        this.counting = counting;
    }

    /** What flowed since the last stand that is known; nothing for the first, and where the register goes back. */
    Optional<Advance> advance(Value stand) {
        Value last = before;
        before = stand;
        if (last == null) {
            return Optional.empty();
        }
        BigDecimal advance = stand.number().subtract(last.number());
        if (advance.signum() < 0) {
            Optional<BigDecimal> rolled = counting.rollsOverAt()
                    .map(advance::add)
                    .filter(over -> over.signum() >= 0
                            && over.multiply(PARTS)
                                            .compareTo(counting.rollsOverAt().get())
                                    <= 0);
            stand.mark(Flag.REGISTER, words(last, stand, rolled));
            return rolled.map(over -> new Advance(last, stand, over));
        }
        return Optional.of(new Advance(last, stand, advance));
    }

    private static String words(Value last, Value stand, Optional<BigDecimal> rolled) {
        String from = "from " + last.text() + " at " + last.start() + " to " + stand.text();
        return rolled.map(over -> "the register rolls over " + from + ", an advance of " + over.toPlainString())
                .orElse("the register goes back " + from);
    }
}
