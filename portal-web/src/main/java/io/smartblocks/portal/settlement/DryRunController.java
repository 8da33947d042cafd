package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an agreement would have come to on readings of the past; nothing is committed. */
@Controller
class DryRunController {

    private final Access access;
    private final Rehearsal rehearsal;
    private final Names names;
    private final Words say;

    DryRunController(Access access, Rehearsal rehearsal, Names names, Words say) {
        this.access = access;
        this.rehearsal = rehearsal;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/dry-run")
    ModelAndView dryRun(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam String version,
            @RequestParam Map<String, String> asked) {
        Proposal proposal = access.versions(user.account(), id).stream()
                .map(AgreementRecord::proposal)
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
        String text = access.text(proposal);
        Typed typed = new Typed(asked, say);
        Optional<Rehearsal.Run> run =
                asked.containsKey("day") ? rehearsal.run(user.account(), proposal, text, typed) : Optional.empty();
        ModelAndView page = page(proposal, text, typed);
        run.ifPresent(done -> result(page, proposal, done));
        return page;
    }

    private ModelAndView page(Proposal proposal, String text, Typed typed) {
        ModelAndView page = new ModelAndView(
                "settlement/dry-run", typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        Map<String, String> errors = typed.problems().stream()
                .collect(java.util.stream.Collectors.toMap(
                        problem -> problem.field(), problem -> problem.message(), (first, second) -> first));
        page.addObject(
                "trail",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(
                                proposal.title(),
                                "/agreements/" + proposal.agreement() + "?version=" + proposal.version())));
        page.addObject("title", proposal.title());
        page.addObject("id", proposal.agreement().value());
        page.addObject("version", proposal.version());
        page.addObject("problems", typed.problems());
        page.addObject(
                "fields",
                List.of(
                        Field.choice(
                                        "period",
                                        say.message("statement.period"),
                                        "",
                                        typed.raw("period"),
                                        rehearsal.periods(text).stream()
                                                .map(name -> new Field.Option(name, name))
                                                .toList())
                                .with(errors),
                        Field.day("day", say.message("dry.day"), say.message("dry.day.help"), typed.raw("day"))
                                .with(errors)));
        return page;
    }

    private void result(ModelAndView page, Proposal proposal, Rehearsal.Run run) {
        page.addObject("ran", say.span(run.period().from(), run.period().to()));
        page.addObject("moved", run.moved().map(say::day).orElse(""));
        page.addObject("names", names.parties(proposal));
        page.addObject("figures", new Figures(say));
        page.addObject("meters", MeterLinks.in(run.text().words()));
        if (run.outcome() instanceof Outcome.Settled settled) {
            Statement statement = settled.settlement().statement();
            page.addObject("bills", Bill.of(statement));
            page.addObject("todos", ToDo.of(statement));
            page.addObject("whys", new WhyReader(statement, run.text()).read());
        } else if (run.outcome() instanceof Outcome.Held held) {
            page.addObject("held", held.reasons());
        } else if (run.outcome() instanceof Outcome.Refused refused) {
            page.addObject("held", List.of(refused.where() + ": " + refused.message()));
        }
    }
}
