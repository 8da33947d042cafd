package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The questions behind stating, confirming and taking back facts and adjustments. */
@Component
class StatingAsks {

    /** One question: the page that asks it, and what the answers say where they can be read. */
    record Question(Ask ask, Optional<? extends StatementAction> answer) {}

    private final StatedFacts facts;
    private final Names names;
    private final Words say;

    StatingAsks(StatedFacts facts, Names names, Words say) {
        this.facts = facts;
        this.names = names;
        this.say = say;
    }

    Question question(String what, List<AgreementRecord> versions, Typed typed) {
        return switch (what) {
            case "state" -> state(versions, typed);
            case "confirm" -> confirm(versions, typed);
            case "retract" -> retract(versions, typed);
            default -> throw new NotFound("action " + what);
        };
    }

    private Question state(List<AgreementRecord> versions, Typed typed) {
        Statable declared = versions.stream()
                .flatMap(version -> version.proposal().terms().statable().stream())
                .filter(each -> each.kind() != Kind.EVENT)
                .filter(each -> StatedFacts.key(each.kind()).equals(typed.raw("kind"))
                        && each.name().equals(typed.raw("name")))
                .findFirst()
                .orElseThrow(() -> new NotFound(typed.raw("kind") + ' ' + typed.raw("name")));
        boolean fact = declared.kind() == Kind.FACT;
        List<Field> fields = new ArrayList<>();
        fields.add(Field.day(
                "from",
                say.message(fact ? "stated.fact.from" : "stated.adjustment.from"),
                declared.each()
                        .map(cycle -> say.message("stated.each", cycle.name()))
                        .orElseGet(() -> say.message("stated.from.help")),
                typed.raw("from")));
        if (!fact) {
            fields.add(Field.day(
                    "to",
                    say.message("stated.adjustment.to"),
                    say.message("stated.adjustment.to.help"),
                    typed.raw("to")));
        }
        fields.add(Field.figure(
                "value",
                say.message("stated.value"),
                say.message("stated.value.help"),
                typed.raw("value"),
                declared.unit()));
        fields.add(Field.text(
                "reason",
                say.message(fact ? "stated.note" : "life.reason"),
                say.message("life.reason.help"),
                typed.raw("reason")));
        Ask ask = ask(
                "state",
                versions,
                say.message("stated.heading", declared.name()),
                declared.confirmedBy().isEmpty()
                        ? say.message("stated.lead.alone")
                        : say.message("stated.lead.confirmed", String.join(", ", declared.confirmedBy())),
                fields,
                List.of(),
                Map.of("kind", typed.raw("kind"), "name", declared.name()));
        return new Question(ask, fact ? fact(versions, declared, typed) : adjustment(versions, declared, typed));
    }

    private Optional<StateFact> fact(List<AgreementRecord> versions, Statable declared, Typed typed) {
        Optional<LocalDate> from = from(versions, declared, typed, say.message("stated.fact.from"));
        Optional<BigDecimal> value = typed.figure("value", say.message("stated.value"));
        String note = typed.words("reason");
        return from.flatMap(day -> value.map(
                figure -> new StateFact(versions.get(0).proposal().agreement(), declared.name(), day, figure, note)));
    }

    private Optional<StateAdjustment> adjustment(List<AgreementRecord> versions, Statable declared, Typed typed) {
        Optional<LocalDate> from = from(versions, declared, typed, say.message("stated.adjustment.from"));
        Optional<LocalDate> last = typed.dayIfAny("to", say.message("stated.adjustment.to"));
        last.filter(day -> from.filter(day::isBefore).isPresent())
                .ifPresent(day -> typed.refuse("to", say.message("stated.backwards", say.day(day))));
        Optional<BigDecimal> value = typed.figure("value", say.message("stated.value"));
        Optional<String> reason = typed.needed("reason", say.message("life.reason"));
        return from.flatMap(day -> value.flatMap(figure -> reason.map(why -> new StateAdjustment(
                versions.get(0).proposal().agreement(),
                declared.name(),
                day,
                last.map(end -> end.plusDays(1)),
                figure,
                why))));
    }

    /** The first day, under a version that declares it in the unit that the form shows. */
    private Optional<LocalDate> from(List<AgreementRecord> versions, Statable declared, Typed typed, String label) {
        Optional<LocalDate> day = typed.day("from", label);
        Optional<LocalDate> governed =
                day.filter(from -> facts.declared(versions, StatedFacts.key(declared.kind()), declared.name(), from)
                        .filter(there -> there.unit().equals(declared.unit()))
                        .isPresent());
        if (day.isPresent() && governed.isEmpty()) {
            typed.refuse("from", say.message("stated.not.governed", declared.name(), say.day(day.get())));
        }
        return governed;
    }

    private Question confirm(List<AgreementRecord> versions, Typed typed) {
        Stated stated = stated(versions, typed);
        return new Question(
                aboutOne("confirm", versions, stated, List.of()),
                Optional.of(new ConfirmStatement(stated.statement().place(), stated.transaction())));
    }

    private Question retract(List<AgreementRecord> versions, Typed typed) {
        Stated stated = stated(versions, typed);
        Field reason =
                Field.text("reason", say.message("life.reason"), say.message("life.reason.help"), typed.raw("reason"));
        return new Question(
                aboutOne("retract", versions, stated, List.of(reason)),
                typed.needed("reason", say.message("life.reason"))
                        .map(why -> new RetractStatement(stated.statement().place(), stated.transaction(), why)));
    }

    private Stated stated(List<AgreementRecord> versions, Typed typed) {
        return facts.of(versions.get(0).proposal().agreement(), typed.raw("statement"))
                .orElseThrow(() -> new NotFound("statement " + typed.raw("statement")));
    }

    private Ask aboutOne(String what, List<AgreementRecord> versions, Stated stated, List<Field> fields) {
        String name = stated.statement().place().name();
        List<Ask.Fact> about = new ArrayList<>(List.of(
                new Ask.Fact(name, facts.value(stated.statement(), versions)),
                new Ask.Fact(say.message("stated.days"), facts.days(stated.statement())),
                new Ask.Fact(say.message("stated.by"), names.of(stated.organisation()))));
        Optional.of(StatedFacts.note(stated.statement()))
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> about.add(new Ask.Fact(say.message("life.reason"), words)));
        about.add(new Ask.Fact(
                say.message("statement.transaction"), stated.transaction().toString()));
        return ask(
                what,
                versions,
                say.message("stated." + what + ".heading", name),
                say.message("stated." + what + ".lead"),
                fields,
                about,
                Map.of("statement", stated.transaction().toString()));
    }

    private Ask ask(
            String what,
            List<AgreementRecord> versions,
            String heading,
            String lead,
            List<Field> fields,
            List<Ask.Fact> more,
            Map<String, String> hidden) {
        Proposal proposal = Newest.of(versions).proposal();
        List<Ask.Fact> all = new ArrayList<>(List.of(new Ask.Fact(say.message("agreement"), proposal.title())));
        all.addAll(more);
        String page = "/agreements/" + proposal.agreement();
        return new Ask(
                "agreements",
                List.of(new Step(say.message("menu.agreements"), "/agreements"), new Step(proposal.title(), page)),
                heading,
                lead,
                all,
                fields,
                say.message("stated." + what + ".button"),
                page + "/statements/" + what,
                page,
                hidden);
    }
}
