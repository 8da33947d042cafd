package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.agreement.Drafting.Draft;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.ProposalOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proposes a filled template to its parties, in the name of the reader's member. */
@Component
class Proposing {

    /** What came of it. */
    sealed interface Result {
        /** The proposal stands on the ledger. */
        record Proposed(AgreementId agreement, String transaction) implements Result {}

        /** Nothing was proposed, for these reasons. */
        record Refused(List<Problem> problems) implements Result {}
    }

    private final TemplateForms forms;
    private final Choices choices;
    private final Acting acting;
    private final ReadModel read;
    private final Words say;

    Proposing(TemplateForms forms, Choices choices, Acting acting, ReadModel read, Words say) {
        this.forms = forms;
        this.choices = choices;
        this.acting = acting;
        this.read = read;
        this.say = say;
    }

    Result propose(Account reader, FilledForm form, String password, String once) {
        List<Problem> problems = new ArrayList<>(forms.problems(form));
        if (problems.isEmpty() && isTaken(form)) {
            problems.add(new Problem("title", say.message("form.error.taken", form.title())));
        }
        if (problems.isEmpty()) {
            form.questions().stream()
                    .filter(question -> !choices.fits(question.parameter(), question.written()))
                    .map(question -> new Problem(
                            question.id(),
                            say.message(
                                    question.asksFor(Kind.Party.class) ? "form.error.party" : "form.error.meter",
                                    question.typed())))
                    .forEach(problems::add);
        }
        Optional<Drafting> drafting = form.text().map(text -> Drafting.of(form.title(), text));
        if (problems.isEmpty() && drafting.orElseThrow() instanceof Drafting.Faulty faulty) {
            problems.add(new Problem("so-far", English.said(faulty.message())));
        }
        acting.unconfirmed(reader, password).ifPresent(message -> problems.add(new Problem("password", message)));
        return problems.isEmpty()
                ? submit(reader, form, (Draft) drafting.orElseThrow(), password, once)
                : new Result.Refused(problems);
    }

    /** Another text has the name; the very same one was sent twice. */
    private boolean isTaken(FilledForm form) {
        List<AgreementRecord> versions = read.agreements().versions(new AgreementId(Slug.of(form.title())));
        return !versions.isEmpty()
                && form.text().map(Hash::of).stream()
                        .noneMatch(hash -> versions.stream()
                                .anyMatch(
                                        version -> version.proposal().textHash().equals(hash)));
    }

    private Result submit(Account reader, FilledForm form, Draft draft, String password, String once) {
        AgreementId id = new AgreementId(Slug.of(form.title()));
        ProposeAgreement proposal = ProposalOf.text(id, draft.text(), draft.agreement(), parties(form));
        Acting.Outcome outcome = acting.actConfirmed(reader, password, once, List.of(proposal));
        return outcome instanceof Acting.Outcome.Done done
                ? new Result.Proposed(id, done.transaction())
                : new Result.Refused(List.of(new Problem("propose", ((Acting.Outcome.Refused) outcome).message())));
    }

    private Map<String, MemberId> parties(FilledForm form) {
        Map<String, MemberId> parties = new LinkedHashMap<>();
        form.questions().stream()
                .filter(question -> question.asksFor(Kind.Party.class))
                .forEach(question -> parties.put(
                        question.parameter().name(),
                        choices.organisation(question.typed()).orElseThrow()));
        return parties;
    }
}
