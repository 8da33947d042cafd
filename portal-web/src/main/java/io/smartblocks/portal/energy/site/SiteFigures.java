package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedOf;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The figures of sites and buildings over a month or a year, as numbers. */
@Component
public class SiteFigures {

    /**
     * One figure of a place.
     *
     * @param key which it is, such as {@code used}
     * @param value empty where it is not known
     * @param formula how it is computed, in words
     * @param sources pages of the meters and statements behind it
     * @param missing what is not known; empty where all is
     */
    public record Figure(
            String key, Optional<BigDecimal> value, String unit, String formula, List<String> sources, String missing) {
        public Figure {
            sources = List.copyOf(sources);
        }

        static Figure of(Tile tile) {
            return new Figure(
                    tile.key(),
                    tile.value(),
                    tile.unit(),
                    tile.formula(),
                    tile.sources().stream().map(Tile.Source::link).toList(),
                    tile.missing());
        }
    }

    /**
     * What an agreement saved in its contract year, in kWh.
     *
     * @param settledTo the day up to which all is settled
     * @param guaranteed for the settled periods; empty where nothing is guaranteed
     * @param likely the whole year, if it goes on as it did; {@code least} and {@code most} as in the worst and best period
     */
    public record Savings(
            String agreement,
            String title,
            LocalDate from,
            LocalDate to,
            LocalDate settledTo,
            BigDecimal saved,
            Optional<BigDecimal> guaranteed,
            Optional<BigDecimal> guaranteedYear,
            Optional<BigDecimal> likely,
            Optional<BigDecimal> least,
            Optional<BigDecimal> most) {
        static Savings of(SavingsYear year) {
            Optional<SavingsYear.Outlook> outlook = year.outlook();
            return new Savings(
                    year.agreement().value(),
                    year.title(),
                    year.from(),
                    year.end(),
                    year.settledTo(),
                    whole(year.saved()),
                    year.guaranteed().map(Savings::whole),
                    year.guaranteedYear().map(Savings::whole),
                    outlook.map(SavingsYear.Outlook::likely).map(Savings::whole),
                    outlook.map(SavingsYear.Outlook::least).map(Savings::whole),
                    outlook.map(SavingsYear.Outlook::most).map(Savings::whole));
        }

        private static BigDecimal whole(Exact value) {
            return value.toDecimal(0, RoundingMode.HALF_EVEN);
        }
    }

    /** A site or building with its figures, its buildings, and the savings of its agreements. */
    public record OfPlace(
            String id, String name, List<Figure> figures, List<SiteRow> buildings, List<Savings> savings) {
        public OfPlace {
            figures = List.copyOf(figures);
            buildings = List.copyOf(buildings);
            savings = List.copyOf(savings);
        }
    }

    private final Places places;
    private final SiteRows rows;
    private final Balances balances;
    private final Tiles tiles;
    private final SavingsYears savings;

    SiteFigures(Places places, SiteRows rows, Balances balances, Tiles tiles, SavingsYears savings) {
        this.places = places;
        this.rows = rows;
        this.balances = balances;
        this.tiles = tiles;
        this.savings = savings;
    }

    /** Whether this is a month or a year, such as {@code 2026-10} or {@code 2026}. */
    public static boolean isPeriod(String period) {
        return Period.parse(period).isPresent();
    }

    /**
     * So many sites that are asked for of a reader behind the site or building with an id, or from the first on where it is empty, by name and
     * each with its buildings behind it; none for what is no period.
     */
    public List<SiteRow> some(Account reader, AskedSites asked, String period, String after, int atMost) {
        return Period.parse(period)
                .map(known -> rows.of(reader, asked, known, after, atMost))
                .orElse(List.of());
    }

    /** One site or building; empty where the reader has none with this id, or for what is no period. */
    public Optional<OfPlace> of(Account reader, String id, String period) {
        return Period.parse(period)
                .flatMap(known -> places.find(reader, id).map(found -> of(reader, found.place(), known)));
    }

    private OfPlace of(Account reader, Place place, Period period) {
        Balance balance = balances.of(place, Asked.earliest(period).from(), period.end());
        AgreedOf all = savings.agreements(reader, List.of(place));
        List<Agreed> agreements = all.naming(place.meterIds());
        return new OfPlace(
                place.id(),
                place.name(),
                tiles.of(place, agreements, period, balance).stream()
                        .map(Figure::of)
                        .toList(),
                rows.buildings(place, all, period),
                savings.of(reader, agreements, period.end().minusDays(1)).stream()
                        .filter(year -> !year.periods().isEmpty())
                        .map(Savings::of)
                        .toList());
    }
}
