package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.Waiting;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    private final ReadModel read;
    private final Access access;
    private final LastResult results;
    private final MeterRows rows;
    private final MeterPage page;
    private final Waiting waiting;

    OverviewController(
            ReadModel read, Access access, LastResult results, MeterRows rows, MeterPage page, Waiting waiting) {
        this.read = read;
        this.access = access;
        this.results = results;
        this.rows = rows;
        this.page = page;
        this.waiting = waiting;
    }

    @GetMapping("/")
    String overview(@AuthenticationPrincipal SignedIn user, Model model) {
        Account reader = user.account();
        model.addAttribute("result", results.of(reader));
        model.addAttribute("rows", rows.of(reader));
        model.addAttribute("waiting", waiting.count(reader));
        main(access.meters(reader)).ifPresent(meter -> {
            LocalDate latest =
                    read.meters().latest(meter.meter()).orElseThrow().page().day();
            page.fillLatest(model, reader, meter, latest);
        });
        return "energy/overview";
    }

    /** The electricity meter that read most on its latest day, or whatever meter has readings. */
    private Optional<MeterState> main(List<MeterState> meters) {
        return meters.stream()
                .filter(meter -> read.meters().latest(meter.meter()).isPresent())
                .min(Comparator.comparing((MeterState meter) -> !meter.energy().equals("electricity"))
                        .thenComparing(meter -> !meter.interval().withinDay())
                        .thenComparing(this::latestDay, Comparator.reverseOrder()));
    }

    private BigDecimal latestDay(MeterState meter) {
        ReadingsPage page = read.meters().latest(meter.meter()).orElseThrow().page();
        long sum = page.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return BigDecimal.valueOf(sum, page.scale());
    }
}
