package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers what a reader can do with an agreement, asks what is needed for it, and reads the answers. */
@Component
class LifeActions {

    /** One that is offered; where it is not possible now, why. */
    record Offered(String key, String words, String link, String reason) {}

    private final Acting acting;
    private final Access access;
    private final Names names;
    private final Words say;

    LifeActions(Acting acting, Access access, Names names, Words say) {
        this.acting = acting;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    /** What the page of an agreement offers in its state. */
    List<Offered> of(Account reader, AgreementRecord agreement) {
        return LifeAction.in(agreement.state(), say.today()).stream()
                .map(action -> new Offered(
                        action.key(),
                        say.message(words(reader, agreement, action) + ".button"),
                        address(action, agreement.proposal()),
                        impossible(reader, agreement, action).orElse("")))
                .toList();
    }

    /** Why it is not possible now. */
    Optional<String> impossible(Account reader, AgreementRecord agreement, LifeAction action) {
        return acting.foreseen(reader, action.foreseen(agreement.state()));
    }

    /** The page that asks. */
    Ask ask(Account reader, AgreementRecord agreement, LifeAction action, Typed typed) {
        Proposal proposal = agreement.proposal();
        String key = words(reader, agreement, action);
        return new Ask(
                "agreements",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(proposal.title(), page(proposal))),
                say.message(key + ".heading", proposal.title()),
                say.message(key + ".lead"),
                facts(reader, agreement),
                fields(reader, agreement, action, typed),
                say.message(key + ".button"),
                address(action, proposal),
                page(proposal),
                Map.of());
    }

    /** Who did not propose a text does not take it back but refuses it; on the ledger both are one. */
    private String words(Account reader, AgreementRecord agreement, LifeAction action) {
        boolean refuses = action == LifeAction.WITHDRAW
                && access.organisation(reader)
                        .filter(own -> !own.equals(
                                names.organisation(agreement.proposal().proposedBy())))
                        .isPresent();
        return refuses ? "life.refuse" : "life." + action.key();
    }

    /** What was typed, where all of it can be read. */
    Optional<LifeAction.Told> told(LifeAction action, Typed typed) {
        Optional<String> reason =
                action.asksForReason() ? typed.needed("reason", say.message("life.reason")) : Optional.of("");
        Optional<LocalDate> day =
                action.asksForDay() ? typed.day("day", say.message("life.last.day")) : Optional.of(LocalDate.EPOCH);
        Optional<String> clause = Optional.of(typed.words("clause")).filter(words -> !words.isEmpty());
        return reason.flatMap(why -> day.map(last -> new LifeAction.Told(why, last, clause)));
    }

    static String page(Proposal proposal) {
        return "/agreements/" + proposal.agreement() + "?version=" + proposal.version();
    }

    private static String address(LifeAction action, Proposal proposal) {
        return "/agreements/" + proposal.agreement() + "/act/" + action.key() + "?version=" + proposal.version();
    }

    private List<Ask.Fact> facts(Account reader, AgreementRecord agreement) {
        return List.of(
                new Ask.Fact(
                        say.message("agreement.version.head"),
                        agreement.proposal().version()),
                new Ask.Fact(
                        say.message("part.state"),
                        Stage.of(agreement.state(), say).words()),
                new Ask.Fact(
                        say.message("act.for"),
                        access.organisation(reader).map(names::of).orElse(reader.name())));
    }

    private List<Field> fields(Account reader, AgreementRecord agreement, LifeAction action, Typed typed) {
        List<Field> fields = new ArrayList<>();
        if (action.asksForDay()) {
            fields.add(Field.day(
                    "day", say.message("life.last.day"), say.message("life.last.day.help"), typed.raw("day")));
            List<Field.Option> rights = rights(reader, agreement);
            if (!rights.isEmpty()) {
                fields.add(Field.choice(
                        "clause",
                        say.message("life.clause"),
                        say.message("life.clause.help"),
                        typed.raw("clause"),
                        rights));
            }
        }
        if (action.asksForReason()) {
            fields.add(Field.text(
                    "reason", say.message("life.reason"), say.message("life.reason.help"), typed.raw("reason")));
        }
        return fields;
    }

    private List<Field.Option> rights(Account reader, AgreementRecord agreement) {
        Proposal proposal = agreement.proposal();
        Stream<TerminationRight> own = proposal.terms().terminations().stream()
                .filter(right -> access.organisation(reader)
                        .filter(organisation -> proposal.is(right.party(), organisation))
                        .isPresent());
        return own.map(right -> new Field.Option(
                        right.clause(),
                        say.message(
                                "life.clause.option",
                                right.clause(),
                                right.notice().toString())))
                .toList();
    }
}
