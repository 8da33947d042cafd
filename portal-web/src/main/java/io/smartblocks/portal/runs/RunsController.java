package io.smartblocks.portal.runs;

import static java.util.stream.Collectors.toMap;

import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.RunLog;
import io.smartblocks.ledger.readmodel.RunProblems;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.Link;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The runs of the scheduler, one of them, and another one on demand. */
@Controller
class RunsController {

    private static final int SHOWN = 20;
    private static final int OPEN_SHOWN = 50;
    private static final int SETTLED_SHOWN = 50;
    private static final int PLANNED = 20;

    private final RunRows rows;
    private final RunFiles files;
    private final RunAgain again;
    private final RunsSeen seen;
    private final Words say;

    RunsController(RunRows rows, RunFiles files, RunAgain again, RunsSeen seen, Words say) {
        this.files = files;
        this.seen = seen;
        this.rows = rows;
        this.again = again;
        this.say = say;
    }

    @GetMapping("/runs")
    String runs(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        list(user, after, new Typed(Map.of(), say), model);
        return "runs/list";
    }

    private void list(SignedIn user, String after, Typed typed, Model model) {
        Optional<RunLog.Place> behind = after.isEmpty()
                ? Optional.empty()
                : seen.place(after).or(() -> {
                    throw new NotFound("run " + after);
                });
        RunsSeen.RunPart part = seen.part(user.account(), behind, SHOWN);
        model.addAttribute("rows", part.runs().stream().map(rows::row).toList());
        model.addAttribute("first", after.isEmpty() ? "" : "/runs");
        model.addAttribute(
                "next",
                part.last()
                        .map(last -> Link.to("/runs").with("after", last.id()).toString())
                        .orElse(""));
        model.addAttribute(
                "planned",
                seen.due(user.account(), Optional.empty(), PLANNED).stream()
                        .map(rows::planned)
                        .toList());
        RunsSeen.Now now = seen.now();
        model.addAttribute("going", rows.going(now.running()));
        model.addAttribute("proposed", now.proposed());
        model.addAttribute("mayRun", mayRun(user));
        model.addAttribute(
                "reason",
                Field.line(
                                "reason",
                                say.message("member.reason"),
                                say.message("admin.reason.help"),
                                typed.raw("reason"))
                        .with(errors(typed)));
    }

    private static Map<String, String> errors(Typed typed) {
        return typed.problems().stream().collect(toMap(Problem::field, Problem::message, (first, second) -> first));
    }

    @GetMapping("/runs.csv")
    ResponseEntity<Resource> csv(@AuthenticationPrincipal SignedIn user) {
        return Handing.out(files.table(user.account()), DocumentFormat.CSV);
    }

    @GetMapping("/runs.xlsx")
    ResponseEntity<Resource> xlsx(@AuthenticationPrincipal SignedIn user) {
        return Handing.out(files.table(user.account()), DocumentFormat.XLSX);
    }

    @GetMapping("/runs/{id}")
    String one(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int open,
            @RequestParam(defaultValue = "") String settled,
            Model model) {
        RunsSeen.Seen found = seen.one(user.account(), id).orElseThrow(() -> new NotFound("run " + id));
        RunRecord run = found.run();
        String page = "/runs/" + run.id();
        model.addAttribute("trail", List.of(new Step(say.message("menu.runs"), "/runs")));
        model.addAttribute("run", rows.row(found));
        model.addAttribute("node", run.node());
        model.addAttribute("ended", say.moment(run.endedAt()));
        model.addAttribute("stopped", run.stopped().orElse(""));
        Part<RunProblems.Placed> problems = seen.open(user.account(), run, open, OPEN_SHOWN);
        model.addAttribute("open", problems.shown(rows::open));
        model.addAttribute("openFirst", open < 0 ? "" : page);
        model.addAttribute(
                "openNext",
                problems.next(last -> Link.to(page)
                        .with("open", Integer.toString(last.place()))
                        .toString()));
        seen.committed(user.account(), run).ifPresent(committed -> {
            Part<ListedSettlement> part =
                    Part.of(committed.listed(transaction(settled), SETTLED_SHOWN + 1), SETTLED_SHOWN);
            model.addAttribute("settled", part.shown(rows::settled));
            model.addAttribute("settledFirst", settled.isEmpty() ? "" : page);
            model.addAttribute(
                    "settledNext",
                    part.next(last -> Link.to(page)
                            .with("settled", last.transaction().toString())
                            .toString()));
            model.addAttribute("totals", rows.totals(committed));
            model.addAttribute("verified", rows.verified(committed, found.settled()));
        });
        return "runs/one";
    }

    private static Optional<TransactionId> transaction(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(TransactionId.of(id));
        } catch (IllegalArgumentException e) {
            throw new NotFound("settlements behind '" + id + "'");
        }
    }

    @PostMapping("/runs")
    String runAgain(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Typed typed = new Typed(sent, say);
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        if (reason.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            list(user, "", typed, model);
            return "runs/list";
        }
        next.addFlashAttribute("done", seen.again(user.account(), reason.get()) ? "started" : "running");
        return "redirect:/runs";
    }

    private static boolean mayRun(SignedIn user) {
        return user.account().role().startsRuns();
    }
}
