package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Confirmation;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.member.Submitting;
import io.smartblocks.portal.template.Drafting.Draft;
import io.smartblocks.portal.template.TemplateForms.Problem;
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
    private final Confirmation confirmation;
    private final MemberKeys keys;
    private final Submitting submitting;
    private final ReadModel read;
    private final Words say;

    Proposing(
            TemplateForms forms,
            Choices choices,
            Confirmation confirmation,
            MemberKeys keys,
            Submitting submitting,
            ReadModel read,
            Words say) {
        this.forms = forms;
        this.choices = choices;
        this.confirmation = confirmation;
        this.keys = keys;
        this.submitting = submitting;
        this.read = read;
        this.say = say;
    }

    Result propose(Account reader, FilledForm form, String password) {
        List<Problem> problems = new ArrayList<>(forms.problems(form));
        if (problems.isEmpty() && isTaken(form.title())) {
            problems.add(new Problem("title", say.message("form.error.taken", form.title())));
        }
        Optional<Drafting> drafting = form.text().map(text -> Drafting.of(form.title(), text));
        if (problems.isEmpty() && drafting.orElseThrow() instanceof Drafting.Faulty faulty) {
            problems.add(new Problem("so-far", faulty.message()));
        }
        if (confirmation.of(reader, password) instanceof Confirmation.Answer.Refused refused) {
            problems.add(new Problem("password", say.message(refused.key(), refused.seconds())));
        }
        return problems.isEmpty()
                ? submit(reader, form, (Draft) drafting.orElseThrow(), password)
                : new Result.Refused(problems);
    }

    private boolean isTaken(String title) {
        return !read.agreements().versions(new AgreementId(Slug.of(title))).isEmpty();
    }

    private Result submit(Account reader, FilledForm form, Draft draft, String password) {
        AgreementId id = new AgreementId(Slug.of(form.title()));
        try {
            Optional<Signer> signer = reader.member().map(MemberId::new).flatMap(member -> keys.open(member, password));
            if (signer.isEmpty()) {
                return refused(say.message("sign.nokey", reader.member().orElse(reader.name())));
            }
            ProposeAgreement proposal = ProposalOf.text(id, draft.text(), draft.agreement(), parties(form));
            Submission submission = submitting.submit(signer.get(), List.of(proposal));
            return submission instanceof Submission.Committed committed
                    ? new Result.Proposed(id, committed.transactions().get(0).toString())
                    : refused(say.message("form.refused", ((Submission.Refused) submission).message()));
        } catch (KeyFileProblem e) {
            return refused(say.message("sign.key", e.getMessage()));
        } catch (LedgerUnavailable e) {
            return refused(say.message(e.outcomeUnknown() ? "form.unknown" : "form.unavailable"));
        }
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

    private static Result refused(String message) {
        return new Result.Refused(List.of(new Problem("propose", message)));
    }
}
