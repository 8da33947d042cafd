package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.energy.agreed.SavingsTerms;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import io.smartblocks.portal.energy.agreed.SettledPeriods;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The figures of a place over a month or a year, each with its formula and what it rests on. */
@Component
class Tiles {

    private final SettledPeriods settled;
    private final EnergyTiles energy;
    private final SavingsTiles saved;
    private final CostTile cost;
    private final CarbonTiles carbon;
    private final PeakTile peak;

    Tiles(SettledPeriods settled, Peaks peaks, Words say) {
        this.settled = settled;
        this.energy = new EnergyTiles(say);
        this.saved = new SavingsTiles(say);
        this.cost = new CostTile(say);
        this.carbon = new CarbonTiles(say);
        this.peak = new PeakTile(peaks, say);
    }

    /** The tiles of a place with its agreements; the balance reaches back to the earliest period that is compared. */
    List<Tile> of(Place place, List<Agreed> agreements, Period period, Balance balance) {
        LocalDate since = Asked.earliest(period).from();
        List<Billed> billed = agreements.stream()
                .flatMap(agreed -> billed(agreed, place, since, period.end()).stream())
                .toList();
        return of(new Asked(place, period, balance, billed));
    }

    private List<Tile> of(Asked asked) {
        return List.of(
                energy.used(asked),
                saved.againstBaseline(asked),
                saved.saved(asked),
                cost.of(asked),
                carbon.emissions(asked),
                energy.intensity(asked),
                carbon.renewable(asked),
                peak.of(asked),
                energy.complete(asked));
    }

    private List<Billed> billed(Agreed agreed, Place place, LocalDate from, LocalDate end) {
        Optional<MemberId> owner = place.registered().map(SiteState::owner);
        Optional<SavingsTerms> terms = agreed.text().savings();
        List<Billed> billed = new ArrayList<>();
        for (SettledFigures figures : settled.of(agreed.proposal().agreement(), from, end)) {
            billed.add(new Billed(
                    agreed.proposal().title(),
                    figures,
                    terms.flatMap(known -> known.in(figures)),
                    owner.map(who -> paid(agreed, who, figures)).orElse(Map.of())));
        }
        return billed;
    }

    /** What an organisation pays less what it receives, by currency. */
    private static Map<String, BigDecimal> paid(Agreed agreed, MemberId owner, SettledFigures figures) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Payable payable : figures.payables()) {
            if (agreed.proposal().is(payable.payer(), owner)) {
                sums.merge(payable.currency(), payable.amount(), BigDecimal::add);
            } else if (agreed.proposal().is(payable.payee(), owner)) {
                sums.merge(payable.currency(), payable.amount().negate(), BigDecimal::add);
            }
        }
        return sums;
    }
}
