package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a duty tells of its period: its figures, and the period from whose end its due time counts. */
final class Owed {

    private Owed() {}

    static List<Expr> figures(Effect.Duty duty) {
        if (duty instanceof Effect.PaySplit split) {
            return Stream.concat(
                            Stream.of(split.amount()), split.shares().stream().map(Effect.Share::amount))
                    .toList();
        }
        if (duty instanceof Effect.Payment payment) {
            return List.of(payment.amount());
        }
        if (duty instanceof Effect.AssetDuty moved) {
            return List.of(moved.amount());
        }
        return duty instanceof Effect.Deliver deliver ? List.of(deliver.amount()) : List.of();
    }

    /** The period that the due time names: that of an event's clause; for what is no payment also the one that ends. */
    static Optional<Reach> since(Effect.Duty duty, Reaches reaches, SourceRange at) {
        if (!(duty.due() instanceof Due.Within within)) {
            return Optional.empty();
        }
        if (within.after() instanceof Due.Event.OfClause of) {
            return Optional.ofNullable(reaches.clauses().get(of.clause())).map(reach -> reach.at(at));
        }
        return within.after() instanceof Due.Event.EndOf end
                        && !(duty instanceof Effect.Payment)
                        && reaches.isPeriod(end.name())
                ? Optional.of(reaches.period(end.name(), at))
                : Optional.empty();
    }

    /** True if the day is known without a period: a date, or the end of a season; a payment always has a period. */
    static boolean isOfOneDay(Effect.Duty duty) {
        return !(duty instanceof Effect.Payment)
                && (duty.due() instanceof Due.By
                        || duty.due() instanceof Due.Within within && within.after() instanceof Due.Event.EndOf);
    }
}
