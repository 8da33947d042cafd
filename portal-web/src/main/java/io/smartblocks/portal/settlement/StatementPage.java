package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.SignedText;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.settlement.LineTrace.ReadingsUsed;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one settlement shows. */
@Component
class StatementPage {

    private final Names names;
    private final Aftermath aftermath;
    private final Words say;
    private final ReadModel read;
    private final SignedTexts texts;
    private final StatementActions actions;

    StatementPage(
            ReadModel read, SignedTexts texts, Names names, Aftermath aftermath, StatementActions actions, Words say) {
        this.actions = actions;
        this.read = read;
        this.texts = texts;
        this.names = names;
        this.aftermath = aftermath;
        this.say = say;
    }

    void fill(Model model, Account reader, SettlementRecord record, Proposal proposal) {
        CommitSettlement settled = record.settlement();
        SignedText text = texts.of(proposal);
        Statement statement = Settlement.fromJson(settled.statement().getBytes(StandardCharsets.UTF_8));
        String period = say.period(settled.from(), settled.to());
        model.addAttribute("trail", List.of(new Step(say.message("menu.settlements"), "/settlements")));
        model.addAttribute("title", proposal.title());
        model.addAttribute("period", period);
        model.addAttribute("settled", settled);
        model.addAttribute("statement", statement);
        model.addAttribute("amounts", Address.of(settled) + "/lines");
        List<Bill> bills = Bill.of(statement);
        model.addAttribute("bills", bills);
        SettlementAccount account = actions.account(record);
        model.addAttribute("standing", aftermath.standing(account, bills));
        model.addAttribute("verified", aftermath.verified(settled.id()));
        model.addAttribute("since", aftermath.happened(account));
        model.addAttribute("todos", ToDo.of(statement));
        model.addAttribute("whys", new WhyReader(statement, text).read());
        model.addAttribute("readings", readings(statement));
        model.addAttribute(
                "fits",
                statement.baselines().stream().map(used -> Fit.of(used, say)).toList());
        model.addAttribute("names", names.parties(proposal));
        model.addAttribute("meters", MeterLinks.in(text.words()));
        model.addAttribute("figures", new Figures(say));
        model.addAttribute("files", SettlementRows.link(settled) + "/documents/");
        model.addAttribute("reversed", settled.revision() == 0 ? List.of() : reversed(settled));
        actions(model, reader, account, statement);
        proof(model, record, proposal, period);
    }

    /** What can be done about it is asked of the ledger itself; where that is away nothing can, and the page says so. */
    private void actions(Model model, Account reader, SettlementAccount account, Statement statement) {
        CommitSettlement settled = account.settled();
        model.addAttribute("actions", actions.of(reader, account));
        model.addAttribute("dispute", actions.dispute(reader, settled.id()));
        model.addAttribute("windows", actions.windows(account));
        model.addAttribute(
                "disputing",
                IntStream.rangeClosed(1, statement.lines().size())
                        .mapToObj(line -> StatementActions.link(settled.id(), "dispute", Disputable.ticked(line)))
                        .toList());
    }

    /** The numbers of the documents that this settlement takes back. */
    private List<Integer> reversed(CommitSettlement settled) {
        return read.settlements().listedOf(settled.agreement()).stream()
                .filter(known -> known.id().period().equals(settled.period())
                        && known.id().from().equals(settled.from())
                        && known.id().revision() == settled.revision() - 1)
                .flatMap(before -> before.summary().payables().stream())
                .map(Payable::document)
                .toList();
    }

    private void proof(Model model, SettlementRecord record, Proposal proposal, String period) {
        model.addAttribute("block", record.block());
        model.addAttribute("transaction", record.transaction().toString());
        model.addAttribute("committedBy", names.of(record.committedBy()));
        model.addAttribute("committedAt", record.committedAt());
        model.addAttribute(
                "paper",
                say.message(
                        "statement.paper",
                        proposal.title(),
                        period,
                        record.transaction().toString()));
    }

    /** The readings behind all lines, each meter once. */
    private static Collection<ReadingsUsed> readings(Statement statement) {
        Map<String, ReadingsUsed> used = new LinkedHashMap<>();
        statement.trace().stream()
                .flatMap(trace -> trace.readings().stream())
                .forEach(readings -> used.putIfAbsent(readings.meter(), readings));
        return used.values();
    }
}
