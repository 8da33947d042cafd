package io.smartblocks.portal.runs;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunProblems;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettledBetween;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.Sweep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts runs into words. */
@Component
class RunRows {

    private static final int CENTS = 2;

    /** A run as the list shows it. */
    record Row(
            String id, String started, String where, String mood, String icon, String state, int settled, int open) {}

    /** A period that a run did not settle: at which step it stayed, and why. */
    record Open(String agreement, String title, String period, String outcome, String step, String message) {}

    /** A run that goes on. */
    record Now(String where, String since) {}

    /** What is to be settled next. */
    record Planned(String agreement, String title, String period, String due) {}

    private final ReadModel read;
    private final SettlementRows rows;
    private final Words say;

    RunRows(ReadModel read, SettlementRows rows, Words say) {
        this.read = read;
        this.rows = rows;
        this.say = say;
    }

    /** The runs that go on now; a reader learns where, and nothing about agreements. */
    List<Now> going(List<Sweep.Going> going) {
        return going.stream()
                .map(now -> new Now(where(now.zone(), now.shard()), say.moment(now.since())))
                .toList();
    }

    Row row(RunsSeen.Seen seen) {
        RunRecord run = seen.run();
        int open = seen.open().count();
        Optional<RunProblems.Placed> failed = seen.open().failed();
        String state = run.stopped().isPresent()
                ? say.message("run.stopped")
                : failed.map(each ->
                                say.message("run.failed", step(each.problem().step())))
                        .orElseGet(() -> say.message(open == 0 ? "run.committed" : "run.held"));
        boolean bad = run.stopped().isPresent() || failed.isPresent();
        return new Row(
                run.id(),
                say.moment(run.startedAt()),
                where(run.zone(), run.shard()),
                bad ? "bad" : open == 0 ? "good" : "warn",
                bad ? "bad" : open == 0 ? "good" : "pause",
                state,
                seen.settled(),
                open);
    }

    private String where(String zone, int shard) {
        return zone.isEmpty() ? say.message("run.everywhere") : say.message("run.shard", zone, shard);
    }

    /** The runtime's own word for a step, kept as it is, in the reader's language. */
    private String step(String step) {
        return say.meaning("step", Slug.of(step), step.replace('-', ' '));
    }

    /** Why, without the step, which a failure names first. */
    private static String why(RunRecord.Problem problem) {
        String step = problem.step() + ": ";
        return problem.message().startsWith(step) ? problem.message().substring(step.length()) : problem.message();
    }

    /** A period that was not settled. */
    Open open(RunProblems.Placed placed) {
        RunRecord.Problem problem = placed.problem();
        return new Open(
                problem.agreement(),
                title(problem.agreement()),
                say.message("agreement.next.from", problem.period(), say.day(problem.from())),
                problem.outcome(),
                step(problem.step()),
                why(problem));
    }

    /** A settlement that was committed meanwhile. */
    SettlementRow settled(ListedSettlement settled) {
        return rows.settled(settled, proposal(settled));
    }

    private Proposal proposal(ListedSettlement settled) {
        return read.agreements()
                .agreement(settled.id().agreement(), settled.version())
                .map(AgreementRecord::proposal)
                .orElseThrow();
    }

    /** How many settlements of a run other parties' runtimes computed again, and what came of it. */
    String verified(SettledBetween settled, int count) {
        if (count == 0) {
            return "";
        }
        SettledBetween.Verified found = settled.verified();
        return say.message("run.co.signed.words", found.again(), count, found.differing());
    }

    /** What all of it comes to, by currency. */
    List<String> totals(SettledBetween settled) {
        return settled.totals().entrySet().stream()
                .map(total -> say.number(asMoney(total.getValue())) + ' ' + total.getKey())
                .toList();
    }

    private static BigDecimal asMoney(BigDecimal total) {
        return total.setScale(Math.max(CENTS, total.scale()));
    }

    /** A period that is to be settled next. */
    Planned planned(DuePeriod due) {
        return new Planned(
                due.agreement(),
                title(due.agreement()),
                say.message("agreement.next.from", due.period(), say.day(due.nextFrom())),
                say.longDay(due.dueAt().atZone(due.zone()).toLocalDate()));
    }

    private String title(String agreement) {
        return read.agreements().title(new AgreementId(agreement)).orElse(agreement);
    }
}
