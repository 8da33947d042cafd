package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.rules.Decision;
import java.time.LocalDate;
import java.util.Optional;

/** Writes down what is owed that is no payment. */
final class DutyMaking {

    private final Agreement agreement;

    DutyMaking(Agreement agreement) {
        this.agreement = agreement;
    }

    Duty of(Decision.Owed owed, LocalDate due, LineTrace trace) {
        Effect.Duty duty = owed.duty();
        Unit unit = unit(duty);
        return new Duty(
                kind(duty),
                owed.clause().number(),
                duty.debtor(),
                other(duty),
                what(duty),
                owed.amount().map(amount -> amount.dividedBy(unit.scale())),
                unit.symbol(),
                due,
                trace);
    }

    private static Duty.Kind kind(Effect.Duty duty) {
        if (duty instanceof Effect.Transfer) {
            return Duty.Kind.TRANSFER;
        } else if (duty instanceof Effect.Mint) {
            return Duty.Kind.MINT;
        } else if (duty instanceof Effect.Retire) {
            return Duty.Kind.RETIRE;
        }
        return duty instanceof Effect.Deliver ? Duty.Kind.DELIVER : Duty.Kind.PERFORM;
    }

    private static Optional<String> other(Effect.Duty duty) {
        if (duty instanceof Effect.AssetDuty moved) {
            return moved.other();
        }
        return duty instanceof Effect.Deliver deliver ? Optional.of(deliver.creditor()) : Optional.empty();
    }

    private static String what(Effect.Duty duty) {
        if (duty instanceof Effect.AssetDuty moved) {
            return moved.asset();
        }
        return duty instanceof Effect.Perform perform ? perform.duty() : "";
    }

    private Unit unit(Effect.Duty duty) {
        if (duty instanceof Effect.AssetDuty moved) {
            return agreement.assets().stream()
                    .filter(asset -> asset.name().equals(moved.asset()))
                    .map(Declaration.Asset::unit)
                    .findFirst()
                    .orElseThrow();
        }
        return duty instanceof Effect.Deliver deliver ? deliver.amount().unit() : Unit.NONE;
    }
}
