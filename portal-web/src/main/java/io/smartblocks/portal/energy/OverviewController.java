package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.AskedMeters;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.Waiting;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what the last period came to, what waits, and how the site's electricity runs this month. */
@Controller
class OverviewController {

    /** As many meters as are shown; the others stand on the page of all. */
    private static final int METERS = 20;

    /** What those see instead whom meters do not concern. */
    private static final int SETTLEMENTS = 10;

    private final LastResult results;
    private final MeterRows rows;
    private final MeterPage page;
    private final Waiting waiting;

    OverviewController(LastResult results, MeterRows rows, MeterPage page, Waiting waiting) {
        this.results = results;
        this.rows = rows;
        this.page = page;
        this.waiting = waiting;
    }

    @GetMapping("/")
    String overview(@AuthenticationPrincipal SignedIn user, Model model) {
        Account reader = user.account();
        List<MeterRows.Read> found =
                reader.role().readsMeters() ? rows.read(reader, AskedMeters.ALL, "", METERS + 1) : List.of();
        List<MeterRows.Read> shown = found.subList(0, Math.min(METERS, found.size()));
        model.addAttribute("result", results.of(reader));
        model.addAttribute(
                "settlements", reader.role().readsMeters() ? List.of() : results.newest(reader, SETTLEMENTS));
        model.addAttribute("rows", shown.stream().map(rows::row).toList());
        model.addAttribute("more", found.size() > METERS);
        model.addAttribute("waiting", waiting.count(reader));
        Optional<MeterRows.Read> charted = main(shown);
        model.addAttribute(
                "site",
                charted.or(() -> shown.stream().findFirst())
                        .map(each -> each.meter().site())
                        .orElse(""));
        charted.ifPresent(main -> page.fillLatest(
                model, reader, main.meter(), main.latest().orElseThrow().page().day()));
        return "energy/overview";
    }

    /** The electricity meter that read most on its latest day, or whatever meter has readings. */
    private static Optional<MeterRows.Read> main(List<MeterRows.Read> meters) {
        return meters.stream()
                .filter(each -> each.latest().isPresent())
                .min(Comparator.comparing(
                                (MeterRows.Read each) -> !each.meter().energy().equals("electricity"))
                        .thenComparing(each -> !each.meter().interval().withinDay())
                        .thenComparing(OverviewController::latestDay, Comparator.reverseOrder()));
    }

    private static BigDecimal latestDay(MeterRows.Read read) {
        ReadingsPage page = read.latest().orElseThrow().page();
        long sum = page.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return BigDecimal.valueOf(sum, page.scale());
    }
}
