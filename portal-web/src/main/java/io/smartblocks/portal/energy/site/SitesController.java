package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of sites with their figures over a month or a year. */
@Controller
class SitesController {

    /** The length of a list; buildings have lines of their own. */
    private static final int LINES = 50;

    private final Places places;
    private final SiteRows rows;
    private final SiteFiles files;
    private final PeriodWays ways;
    private final ReadModel read;
    private final Words say;

    SitesController(Places places, SiteRows rows, SiteFiles files, PeriodWays ways, ReadModel read, Words say) {
        this.places = places;
        this.rows = rows;
        this.files = files;
        this.ways = ways;
        this.read = read;
        this.say = say;
    }

    @ModelAttribute("siteFilter")
    SiteFilter filter(@RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String owner) {
        return new SiteFilter(words, owner);
    }

    @GetMapping("/sites")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("siteFilter") SiteFilter filter,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String after) {
        Period shown = Period.parse(period).orElseGet(ways::lastMonth);
        Map<String, String> problems = problems(filter);
        Places.Page some = problems.isEmpty()
                ? places.page(user.account(), filter.asked(), after, LINES)
                : new Places.Page(List.of(), "");
        ModelAndView page =
                new ModelAndView("energy/sites", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problems", problems);
        page.addObject("rows", rows.of(user.account(), some.places(), shown));
        page.addObject("first", after.isEmpty() ? "" : filter.address("/sites", shown, ""));
        page.addObject("next", some.next().isEmpty() ? "" : filter.address("/sites", shown, some.next()));
        ways.fill(page.getModelMap(), shown, other -> filter.address("/sites", other, ""));
        page.addObject("csv", filter.address("/sites.csv", shown, ""));
        page.addObject("xlsx", filter.address("/sites.xlsx", shown, ""));
        return page;
    }

    @GetMapping("/sites.csv")
    ResponseEntity<Resource> csv(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("siteFilter") SiteFilter filter,
            @RequestParam(defaultValue = "") String period) {
        return Handing.out(table(user.account(), filter, period), DocumentFormat.CSV);
    }

    @GetMapping("/sites.xlsx")
    ResponseEntity<Resource> xlsx(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("siteFilter") SiteFilter filter,
            @RequestParam(defaultValue = "") String period) {
        return Handing.out(table(user.account(), filter, period), DocumentFormat.XLSX);
    }

    /** A file has no field beside which to say what is wrong. */
    private LongTable table(Account reader, SiteFilter filter, String period) {
        Map<String, String> problems = problems(filter);
        if (!problems.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", problems.values()));
        }
        Period shown = Period.parse(period).orElseGet(ways::lastMonth);
        return files.table(rows.of(reader, filter.asked(), shown), shown);
    }

    private Map<String, String> problems(SiteFilter filter) {
        boolean known = filter.owner().isEmpty()
                || filter.ownerId().flatMap(id -> read.members().member(id)).isPresent();
        return known ? Map.of() : Map.of("owner", say.message("settlements.party.unknown", filter.owner()));
    }
}
