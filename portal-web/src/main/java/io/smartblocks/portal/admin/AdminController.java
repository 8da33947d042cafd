package io.smartblocks.portal.admin;

import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.runs.RunAgain;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator begins: accounts, when settlements run, and work that waits or failed. */
@Controller
class AdminController {

    private static final int SHOWN = 50;

    /** A period that waits for its turn, or could not be settled. */
    record Period(String agreement, String title, String period, String due, int failures) {}

    /** Readings that the ledger refused. */
    record Refused(String receipt, String lane, String at, String message) {}

    private static final Comparator<PutAside> LAST_REFUSED_FIRST = Comparator.comparing(
                    (PutAside aside) -> aside.refusal().at())
            .thenComparing(aside -> aside.receipt().toString())
            .reversed();

    private final ReadModel read;
    private final Accounts accounts;
    private final RunAgain again;
    private final AuditLog log;
    private final Acting acting;
    private final Words say;
    private final Clock clock;
    private final OutboxDecisions decisions;
    private final Duration every;

    AdminController(
            ReadModel read,
            Accounts accounts,
            RunAgain again,
            AuditLog log,
            Acting acting,
            Words say,
            Clock clock,
            OutboxDecisions decisions,
            @Value("${smartblocks.sweep-every:60s}") Duration every) {
        this.read = read;
        this.accounts = accounts;
        this.again = again;
        this.log = log;
        this.acting = acting;
        this.say = say;
        this.clock = clock;
        this.decisions = decisions;
        this.every = every;
    }

    @GetMapping("/admin")
    String start(Model model) {
        List<Accounts.Standing> all = accounts.all();
        model.addAttribute("accounts", all.size());
        model.addAttribute(
                "locked", all.stream().filter(each -> each.locked().isPresent()).count());
        model.addAttribute("everySeconds", every.toSeconds());
        model.addAttribute(
                "lastRun",
                read.runs().page(Optional.empty(), 1).stream()
                        .findFirst()
                        .map(RunRecord::startedAt)
                        .map(say::moment)
                        .orElse(""));
        model.addAttribute("running", again.isRunning());
        model.addAttribute(
                "failing", read.due().failing(SHOWN).stream().map(this::period).toList());
        model.addAttribute(
                "due",
                read.due().due(clock.instant(), SHOWN).stream()
                        .map(this::period)
                        .toList());
        Optional<OutboxLook> waiting = decisions.look();
        model.addAttribute("waiting", waiting.map(OutboxLook::waiting).orElse(0));
        model.addAttribute(
                "refused",
                waiting.map(look -> look.putAside().stream()
                                .sorted(LAST_REFUSED_FIRST)
                                .map(this::refused)
                                .toList())
                        .orElse(List.of()));
        return "admin/start";
    }

    private Period period(DuePeriod due) {
        return new Period(
                due.agreement(),
                read.agreements().title(new AgreementId(due.agreement())).orElse(due.agreement()),
                due.period() + ", " + say.day(due.nextFrom()),
                say.moment(due.dueAt()),
                due.failures());
    }

    private Refused refused(PutAside aside) {
        return new Refused(
                aside.receipt().toString(),
                aside.lane().name(),
                say.moment(aside.refusal().at()),
                say.told("refusal", aside.refusal().code(), aside.refusal().message()));
    }

    @GetMapping("/admin/run")
    ModelAndView askRun() {
        return run(new Typed(Map.of(), say)).page(Optional.empty());
    }

    @PostMapping("/admin/run")
    ModelAndView run(
            @AuthenticationPrincipal SignedIn user, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Typed typed = new Typed(sent, say);
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        List<Problem> problems = new ArrayList<>(typed.problems());
        acting.unconfirmed(user.account(), typed.raw("password"))
                .ifPresent(message -> problems.add(new Problem("password", message)));
        if (!problems.isEmpty() || reason.isEmpty()) {
            return run(typed).again(problems, typed.raw(Ask.ONCE));
        }
        log.tell(Told.of(user.account(), Act.RUN, "again").because(reason.get()));
        next.addFlashAttribute("done", again.start() ? "started" : "running");
        return new ModelAndView("redirect:/admin");
    }

    private Ask run(Typed typed) {
        return new Ask(
                "admin",
                List.of(new Step(say.message("menu.admin"), "/admin")),
                say.message("admin.run.heading"),
                say.message("admin.run.lead"),
                List.of(),
                List.of(Field.text(
                        "reason", say.message("member.reason"), say.message("admin.reason.help"), typed.raw("reason"))),
                say.message("admin.run.button"),
                "/admin/run",
                "/admin",
                Map.of());
    }
}
