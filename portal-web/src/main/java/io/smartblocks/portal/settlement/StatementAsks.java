package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The questions behind what a party can do about a settlement, and what its answers put on the ledger. */
@Component
class StatementAsks {

    /** One question: the page that asks it, and what the answers say where they can be read. */
    record Question(Ask ask, Optional<? extends SettlementAction> answer) {}

    private final StatementActions actions;
    private final Words say;

    StatementAsks(StatementActions actions, Words say) {
        this.actions = actions;
        this.say = say;
    }

    /** The question with a key, about one thing where the address names it. */
    Question question(Account reader, String key, SettlementRecord record, String title, Typed typed) {
        SettlementAccount account = actions.account(record);
        return switch (key) {
            case "dispute" -> dispute(record, title, account, typed);
            case "resolve" -> resolve(reader, record, title, account, typed);
            case "paid" -> paid(record, title, account, typed);
            case "unpaid" -> unpaid(record, title, account, typed);
            default -> throw new NotFound("action " + key);
        };
    }

    private Question dispute(SettlementRecord record, String title, SettlementAccount account, Typed typed) {
        Disputable disputable = Disputable.of(record.settlement(), account, typed, say);
        List<Ask.Fact> facts = new ArrayList<>(facts(record, title));
        actions.windows(account).forEach(words -> facts.add(new Ask.Fact(say.message("dispute.window"), words)));
        Optional<List<String>> clauses = disputable.clauses();
        Optional<String> why = typed.needed("reason", say.message("life.reason"));
        return new Question(
                ask("dispute", record, facts, List.of(disputable.field(), reason("dispute", typed)), Map.of()),
                clauses.flatMap(chosen -> why.map(
                        reason -> new DisputeSettlement(record.settlement().id(), chosen, disputable.reason(reason)))));
    }

    private Question resolve(
            Account reader, SettlementRecord record, String title, SettlementAccount account, Typed typed) {
        DisputeState dispute =
                actions.open(account, typed.raw("by")).orElseThrow(() -> new NotFound("dispute by " + typed.raw("by")));
        List<Verdict> verdicts = actions.verdicts(reader, dispute);
        List<Field> fields = List.of(
                Field.choice(
                        "verdict",
                        say.message("resolve.verdict"),
                        say.message("resolve.verdict.help"),
                        verdicts.size() == 1 ? key(verdicts.get(0)) : typed.raw("verdict"),
                        verdicts.stream()
                                .map(verdict -> new Field.Option(key(verdict), say.message("resolve." + key(verdict))))
                                .toList()),
                reason("resolve", typed));
        List<Ask.Fact> facts = new ArrayList<>(facts(record, title));
        facts.add(new Ask.Fact(
                say.message("dispute.what"),
                dispute.clauses().isEmpty()
                        ? say.message("dispute.whole")
                        : say.message("dispute.clauses", String.join(", ", dispute.clauses()))));
        facts.add(new Ask.Fact(say.message("resolve.disputed.for"), dispute.reason()));
        Optional<Verdict> chosen = typed.needed("verdict", say.message("resolve.verdict"))
                .flatMap(word -> Arrays.stream(Verdict.values())
                        .filter(verdict -> key(verdict).equals(word))
                        .findFirst());
        Optional<String> why = typed.needed("reason", say.message("life.reason"));
        return new Question(
                ask(
                        "resolve",
                        record,
                        facts,
                        fields,
                        Map.of("by", dispute.organisation().value())),
                chosen.flatMap(verdict -> why.map(reason ->
                        new ResolveDispute(record.settlement().id(), dispute.organisation(), verdict, reason))));
    }

    private Question paid(SettlementRecord record, String title, SettlementAccount account, Typed typed) {
        Payable payable = payable(account, typed);
        BigDecimal open = account.open(payable);
        List<Field> fields = List.of(
                Field.figure(
                        "amount",
                        say.message("paid.amount"),
                        say.message("paid.amount.help", say.number(open), payable.currency()),
                        typed.raw("amount"),
                        payable.currency()),
                Field.day("day", say.message("paid.day"), say.message("paid.day.help"), typed.raw("day")),
                Field.line(
                        "reference",
                        say.message("paid.reference"),
                        say.message("paid.reference.help"),
                        typed.raw("reference")));
        Optional<BigDecimal> amount = typed.figure("amount", say.message("paid.amount"));
        var day = typed.day("day", say.message("paid.day"));
        Optional<String> reference = typed.needed("reference", say.message("paid.reference"));
        return new Question(
                ask("paid", record, payableFacts(record, title, payable), fields, document(payable)),
                amount.flatMap(sum -> day.flatMap(on -> reference.map(
                        words -> new RecordPayment(record.settlement().id(), payable.document(), sum, on, words)))));
    }

    private Question unpaid(SettlementRecord record, String title, SettlementAccount account, Typed typed) {
        Payable payable = payable(account, typed);
        String reference = typed.raw("reference");
        PaymentState payment = account.payments(payable).stream()
                .filter(each -> each.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment " + reference));
        List<Ask.Fact> facts = new ArrayList<>(payableFacts(record, title, payable));
        facts.add(new Ask.Fact(say.message("paid.amount"), say.number(payment.amount()) + ' ' + payment.currency()));
        facts.add(new Ask.Fact(say.message("paid.reference"), reference));
        return new Question(
                ask(
                        "unpaid",
                        record,
                        facts,
                        List.of(reason("unpaid", typed)),
                        Map.of("document", "" + payable.document(), "reference", reference)),
                typed.needed("reason", say.message("life.reason"))
                        .map(why -> new ReversePayment(record.settlement().id(), payable.document(), reference, why)));
    }

    private static Payable payable(SettlementAccount account, Typed typed) {
        return account.payables().stream()
                .filter(payable -> typed.raw("document").equals("" + payable.document()))
                .findFirst()
                .orElseThrow(() -> new NotFound("document " + typed.raw("document")));
    }

    private static Map<String, String> document(Payable payable) {
        return Map.of("document", "" + payable.document());
    }

    private Field reason(String key, Typed typed) {
        return Field.text("reason", say.message("life.reason"), say.message("life.reason.help"), typed.raw("reason"));
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private List<Ask.Fact> payableFacts(SettlementRecord record, String title, Payable payable) {
        List<Ask.Fact> facts = new ArrayList<>(facts(record, title));
        facts.add(new Ask.Fact(
                say.message("paid.document", payable.document()),
                say.message("statement.pays", payable.payer(), payable.payee())
                        + ' '
                        + say.number(payable.amount())
                        + ' '
                        + payable.currency()));
        return facts;
    }

    private List<Ask.Fact> facts(SettlementRecord record, String title) {
        return List.of(
                new Ask.Fact(say.message("agreement"), title),
                new Ask.Fact(
                        say.message("statement.period"),
                        say.span(record.settlement().from(), record.settlement().to())));
    }

    private Ask ask(
            String key, SettlementRecord record, List<Ask.Fact> facts, List<Field> fields, Map<String, String> hidden) {
        String period =
                say.period(record.settlement().from(), record.settlement().to());
        String page = SettlementRows.link(record.settlement());
        return new Ask(
                "settlements",
                List.of(
                        new Step(say.message("menu.settlements"), "/settlements"),
                        new Step(say.message("statement.heading", period), page)),
                say.message(key + ".heading", period),
                say.message(key + ".lead"),
                facts,
                fields,
                say.message(key + ".button"),
                page + "/act/" + key,
                page,
                hidden);
    }
}
