package io.smartblocks.portal.form;

import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Acting.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Does what a reader answered on an {@link Ask}, or shows the page again with what is wrong. */
@Component
public class Asking {

    private final Acting acting;

    Asking(Acting acting) {
        this.acting = acting;
    }

    /**
     * @param payloads what is to be put on the ledger; empty where what was typed does not say it
     * @param done told the transaction, before the reader goes back to the page that the question came from
     */
    public ModelAndView answer(
            Account reader,
            Ask ask,
            Typed typed,
            Optional<? extends List<? extends Payload>> payloads,
            Consumer<String> done) {
        List<Problem> problems = new ArrayList<>(typed.problems());
        String password = typed.raw("password");
        acting.unconfirmed(reader, password).ifPresent(message -> problems.add(new Problem("password", message)));
        if (!problems.isEmpty() || payloads.isEmpty()) {
            return ask.again(problems, typed.raw(Ask.ONCE));
        }
        Outcome outcome =
                acting.actConfirmed(reader, password, typed.raw(Ask.ONCE), payloads.get(), typed.words("reason"));
        if (outcome instanceof Outcome.Done it) {
            done.accept(it.transaction());
            return new ModelAndView("redirect:" + ask.back());
        }
        return ask.again(List.of(new Problem("ask", ((Outcome.Refused) outcome).message())), typed.raw(Ask.ONCE));
    }
}
