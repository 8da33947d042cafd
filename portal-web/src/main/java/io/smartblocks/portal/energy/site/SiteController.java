package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.energy.agreed.AgreedOf;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import io.smartblocks.portal.energy.agreed.SettledPeriods;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a site or building with its figures over a month or a year. */
@Controller
class SiteController {

    private final Places places;
    private final SiteRows rows;
    private final Balances balances;
    private final Tiles tiles;
    private final Goals goals;
    private final MeterLines lines;
    private final SavingsYears savings;
    private final SettledPeriods settled;
    private final ReadModel read;
    private final PeriodWays ways;
    private final Names names;
    private final Words say;

    SiteController(
            Places places,
            SiteRows rows,
            Balances balances,
            Tiles tiles,
            Goals goals,
            MeterLines lines,
            SavingsYears savings,
            SettledPeriods settled,
            ReadModel read,
            PeriodWays ways,
            Names names,
            Words say) {
        this.places = places;
        this.rows = rows;
        this.balances = balances;
        this.tiles = tiles;
        this.goals = goals;
        this.lines = lines;
        this.savings = savings;
        this.settled = settled;
        this.read = read;
        this.ways = ways;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/sites/{id}")
    String site(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String period,
            Model model) {
        Account reader = user.account();
        Places.Found found = places.find(reader, id).orElseThrow(() -> new NotFound("site " + id));
        Place place = found.place();
        AgreedOf all = savings.agreements(reader, List.of(place));
        List<Agreed> agreements = all.naming(place.meterIds());
        Period shown = Period.parse(period).orElseGet(() -> usual(agreements));
        Balance balance = balances.of(place, Asked.earliest(shown).from(), shown.end());
        model.addAttribute("trail", trail(found));
        model.addAttribute("place", place);
        model.addAttribute(
                "owner", place.registered().map(site -> names.of(site.owner())).orElse(""));
        model.addAttribute("area", place.area().map(say::plain).orElse(""));
        model.addAttribute(
                "address", place.registered().flatMap(site -> site.address()).orElse(""));
        model.addAttribute("periodName", say.period(shown.from(), shown.end()));
        model.addAttribute("goals", goals.of(reader, agreements, shown.end().minusDays(1)));
        model.addAttribute("tiles", tiles.of(place, agreements, shown, balance));
        model.addAttribute("buildings", rows.buildings(place, all, shown));
        model.addAttribute("lines", lines.of(place, shown));
        model.addAttribute("elsewhere", elsewhere(place));
        model.addAttribute("charts", true);
        ways.fill(model.asMap(), shown, other -> "/sites/" + place.id() + "?period=" + other.key());
        return "energy/site";
    }

    /** Meters of the place that this reader may not see; its figures are without them. */
    private long elsewhere(Place place) {
        List<SiteId> named = Stream.concat(Stream.of(place), place.buildings().stream())
                .map(each -> new SiteId(each.id()))
                .toList();
        return read.seen().countAt(named) - place.allMeters().size();
    }

    private List<Step> trail(Places.Found found) {
        List<Step> trail = new ArrayList<>(List.of(new Step(say.message("menu.sites"), "/sites")));
        found.above().ifPresent(site -> trail.add(new Step(site.name(), "/sites/" + site.id())));
        return trail;
    }

    /** The last month that is settled for the place, else the last that is over. */
    private Period usual(List<Agreed> agreements) {
        Optional<LocalDate> last = agreements.stream()
                .flatMap(agreed -> settled.of(agreed.proposal().agreement()).stream())
                .map(SettledFigures::to)
                .max(LocalDate::compareTo);
        return last.map(end -> Period.of(YearMonth.from(end.minusDays(1)))).orElseGet(ways::lastMonth);
    }
}
