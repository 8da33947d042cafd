package io.smartblocks.portal.runs;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

    private static final int SHOWN = 30;

    private final ReadModel read;
    private final RunRows rows;
    private final RunFiles files;
    private final RunAgain again;
    private final RunsSeen seen;
    private final Words say;

    RunsController(ReadModel read, RunRows rows, RunFiles files, RunAgain again, RunsSeen seen, Words say) {
        this.files = files;
        this.seen = seen;
        this.read = read;
        this.rows = rows;
        this.again = again;
        this.say = say;
    }

    @GetMapping("/runs")
    String runs(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        Map<String, Proposal> agreements = rows.agreements(user.account());
        List<RunRecord> runs =
                after.isEmpty() ? read.runs().newest(SHOWN) : read.runs().after(run(after), SHOWN);
        model.addAttribute("rows", rows.visible(user.account(), runs, agreements));
        model.addAttribute(
                "older", runs.size() < SHOWN ? "" : runs.get(runs.size() - 1).id());
        model.addAttribute("planned", rows.planned(agreements));
        model.addAttribute("going", rows.going(again.going()));
        model.addAttribute("mayRun", mayRun(user));
        return "runs/list";
    }

    @GetMapping("/runs.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal SignedIn user) {
        return sent(DocumentFormat.CSV, files.csv(user.account()));
    }

    @GetMapping("/runs.xlsx")
    ResponseEntity<byte[]> xlsx(@AuthenticationPrincipal SignedIn user) {
        return sent(DocumentFormat.XLSX, files.xlsx(user.account()));
    }

    private static ResponseEntity<byte[]> sent(DocumentFormat format, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("runs." + format.ending())
                                .build()
                                .toString())
                .body(content);
    }

    @GetMapping("/runs/{id}")
    String one(@AuthenticationPrincipal SignedIn user, @PathVariable String id, Model model) {
        RunRecord run = run(id);
        Map<String, Proposal> agreements = rows.agreements(user.account());
        List<SettlementRecord> settled = rows.settled(run, agreements);
        RunRows.Row row = rows.row(run, agreements);
        if (!user.account().role().seesEverything() && row.settled() + row.open() == 0) {
            throw new NotFound("run " + id);
        }
        model.addAttribute("trail", List.of(new Step(say.message("menu.runs"), "/runs")));
        model.addAttribute("run", row);
        model.addAttribute("node", run.node());
        model.addAttribute("ended", say.moment(run.endedAt()));
        model.addAttribute("stopped", run.stopped().orElse(""));
        model.addAttribute("open", rows.open(run, agreements));
        model.addAttribute("settled", rows.rows(settled, agreements));
        model.addAttribute("totals", rows.totals(settled));
        model.addAttribute("verified", rows.verified(settled));
        return "runs/one";
    }

    @PostMapping("/runs")
    String runAgain(@AuthenticationPrincipal SignedIn user, RedirectAttributes next) {
        next.addFlashAttribute("done", seen.again(user.account()) ? "started" : "running");
        return "redirect:/runs";
    }

    private RunRecord run(String id) {
        return read.runs().withId(id).orElseThrow(() -> new NotFound("run " + id));
    }

    private static boolean mayRun(SignedIn user) {
        return user.account().role() == Role.ESCO || user.account().role() == Role.ADMIN;
    }
}
