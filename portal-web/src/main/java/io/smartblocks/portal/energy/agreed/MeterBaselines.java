package io.smartblocks.portal.energy.agreed;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what a meter would have read without the measures, where an agreement fits a baseline of it. */
@Component
public class MeterBaselines {

    private final AgreedTexts texts;
    private final SettledPeriods settled;

    MeterBaselines(AgreedTexts texts, SettledPeriods settled) {
        this.texts = texts;
        this.settled = settled;
    }

    /** The baseline that the reader may see; empty where none is agreed, or no period with it is settled yet. */
    public Optional<MeterBaseline> of(Account reader, MeterId meter) {
        return texts.naming(reader, Set.of(meter)).naming(Set.of(meter)).stream()
                .flatMap(agreed -> agreed.text().baselines().stream()
                        .filter(baseline -> agreed.meter(baseline.meter())
                                .filter(meter::equals)
                                .isPresent())
                        .flatMap(baseline -> newest(agreed, baseline).stream()))
                .findFirst();
    }

    private Optional<MeterBaseline> newest(Agreed agreed, Declaration.Baseline baseline) {
        Optional<MeterId> temperature = baseline.with().stream()
                .flatMap(name -> agreed.meter(name).stream())
                .findFirst();
        List<SettledFigures> periods = settled.of(agreed.proposal().agreement());
        for (int i = periods.size() - 1; i >= 0 && temperature.isPresent(); i--) {
            SettledFigures period = periods.get(i);
            Optional<MeterBaseline> found = period.baselines().stream()
                    .filter(fit -> fit.name().equals(baseline.name()))
                    .map(fit -> new MeterBaseline(period.id(), agreed.proposal().title(), fit, temperature.get()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
