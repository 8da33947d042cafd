package io.smartblocks.portal.runs;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.Sweep;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts runs into words, with the agreements that a reader may see and no others. */
@Component
class RunRows {

    private static final int PLANNED = 20;

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
    private final Access access;
    private final SettlementRows rows;
    private final Words say;

    RunRows(ReadModel read, Access access, SettlementRows rows, Words say) {
        this.read = read;
        this.access = access;
        this.rows = rows;
        this.say = say;
    }

    /** The agreements that the reader may see, by id. */
    Map<String, Proposal> agreements(Account reader) {
        Map<String, Proposal> agreements = new LinkedHashMap<>();
        access.agreements(reader).stream()
                .map(AgreementRecord::proposal)
                .forEach(proposal -> agreements.putIfAbsent(proposal.agreement().value(), proposal));
        return agreements;
    }

    /** Those of the runs that a reader may know of: all, or those that touched an agreement that it may see. */
    List<Row> visible(Account reader, List<RunRecord> runs, Map<String, Proposal> agreements) {
        boolean all = reader.role().seesEverything();
        return runs.stream()
                .map(run -> row(run, agreements))
                .filter(row -> all || row.settled() + row.open() > 0)
                .toList();
    }

    /** The runs that go on now; a reader learns where, and nothing about agreements. */
    List<Now> going(List<Sweep.Going> going) {
        return going.stream()
                .map(now -> new Now(where(now.zone(), now.shard()), say.moment(now.since())))
                .toList();
    }

    /** How many settlements of a run other parties' runtimes computed again, and what came of it. */
    String verified(List<SettlementRecord> settled) {
        List<List<VerificationState>> found = settled.stream()
                .map(record -> read.verifications().of(record.settlement().id()))
                .toList();
        long again = found.stream().filter(each -> !each.isEmpty()).count();
        long differing = found.stream()
                .filter(each -> each.stream().anyMatch(one -> !one.coSigned()))
                .count();
        return settled.isEmpty() ? "" : say.message("run.co.signed.words", again, settled.size(), differing);
    }

    Row row(RunRecord run, Map<String, Proposal> agreements) {
        List<Open> open = open(run, agreements);
        Optional<Open> failed =
                open.stream().filter(each -> !each.outcome().equals("held")).findFirst();
        String state = run.stopped().isPresent()
                ? say.message("run.stopped")
                : failed.map(each -> say.message("run.failed", step(each.step())))
                        .orElseGet(() -> say.message(open.isEmpty() ? "run.committed" : "run.held"));
        boolean bad = run.stopped().isPresent() || failed.isPresent();
        return new Row(
                run.id(),
                say.moment(run.startedAt()),
                where(run.zone(), run.shard()),
                bad ? "bad" : open.isEmpty() ? "good" : "warn",
                bad ? "bad" : open.isEmpty() ? "good" : "pause",
                state,
                settled(run, agreements).size(),
                open.size());
    }

    private String where(String zone, int shard) {
        return zone.isEmpty() ? say.message("run.everywhere") : say.message("run.shard", zone, shard);
    }

    private String step(String step) {
        return step.replace('-', ' ');
    }

    /** What it did not settle of what the reader may see. */
    List<Open> open(RunRecord run, Map<String, Proposal> agreements) {
        return run.problems().stream()
                .filter(problem -> agreements.containsKey(problem.agreement()))
                .map(problem -> new Open(
                        problem.agreement(),
                        agreements.get(problem.agreement()).title(),
                        say.message("agreement.next.from", problem.period(), say.day(problem.from())),
                        problem.outcome(),
                        problem.step(),
                        problem.message()))
                .toList();
    }

    /** What was committed of it while it ran, of what the reader may see. */
    List<SettlementRecord> settled(RunRecord run, Map<String, Proposal> agreements) {
        return during(
                run,
                agreements.keySet().stream()
                        .flatMap(id -> read.settlements().of(new AgreementId(id)).stream())
                        .toList());
    }

    /** Those that were committed while a run went on, newest first. */
    static List<SettlementRecord> during(RunRecord run, List<SettlementRecord> settled) {
        return settled.stream()
                .filter(record -> !record.committedAt().isBefore(run.startedAt())
                        && !record.committedAt().isAfter(run.endedAt()))
                .sorted(Comparator.comparing(SettlementRecord::committedAt).reversed())
                .toList();
    }

    List<SettlementRow> rows(List<SettlementRecord> settled, Map<String, Proposal> agreements) {
        return settled.stream()
                .map(record -> rows.settled(
                        record, agreements.get(record.settlement().agreement().value())))
                .toList();
    }

    /** What all of it comes to, by currency. */
    List<String> totals(List<SettlementRecord> settled) {
        SortedMap<String, BigDecimal> totals = new TreeMap<>();
        settled.stream()
                .flatMap(record -> record.settlement().summary().payables().stream())
                .forEach((Payable payable) -> totals.merge(payable.currency(), payable.amount(), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> say.number(total.getValue()) + ' ' + total.getKey())
                .toList();
    }

    /** What is to be settled next of what the reader may see, the soonest first. */
    List<Planned> planned(Map<String, Proposal> agreements) {
        return agreements.keySet().stream()
                .flatMap(id -> read.due().of(id).stream())
                .sorted(Comparator.comparing(DuePeriod::dueAt))
                .limit(PLANNED)
                .map(due -> new Planned(
                        due.agreement(),
                        agreements.get(due.agreement()).title(),
                        say.message("agreement.next.from", due.period(), say.day(due.nextFrom())),
                        say.longDay(due.dueAt().atZone(due.zone()).toLocalDate())))
                .toList();
    }
}
