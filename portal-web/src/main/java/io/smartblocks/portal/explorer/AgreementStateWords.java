package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import java.util.Locale;

/** Writes what stands of an agreement, and of what was stated about it, in words. */
final class AgreementStateWords {

    private AgreementStateWords() {}

    static void add(Fields to, AgreementState state) {
        Proposal proposal = state.proposal();
        to.agreement("title", proposal.title(), proposal.agreement());
        to.add("version", proposal.version());
        to.add(
                "status",
                to.say().message("state.agreement." + word(state.getClass().getSimpleName())));
        proposal.parties().forEach((term, party) -> to.labelled(term, to.name(party)));
        state.signatures()
                .forEach(signature -> to.add(
                        "signed.by",
                        to.say()
                                .message(
                                        "state.signature",
                                        to.name(signature.signer()),
                                        to.name(signature.organisation()),
                                        to.say().moment(signature.statedAt())),
                        "/transactions/" + signature.transaction()));
        state.unsigned().forEach(party -> to.add("unsigned", to.name(party)));
        if (state instanceof Governing governing) {
            to.add("last.day", to.say().longDay(governing.lastDay()));
        }
        if (state instanceof Standing standing) {
            standing.asked()
                    .forEach(asked -> to.add(
                            "asked",
                            to.say().message("state.asked." + word(asked.to().name()), to.name(asked.organisation()))));
        } else if (state instanceof Ended ended) {
            to.add(
                    "ended",
                    to.say().message("state.ending." + word(ended.ending().name())));
            ended.replacedBy().ifPresent(version -> to.add("replaced.by", version));
        } else if (state instanceof Withdrawn withdrawn) {
            to.add("reason", withdrawn.reason());
        }
        to.add("text.hash", proposal.textHash().value());
    }

    static void add(Fields to, StatementState state) {
        to.agreement(state.place().agreement());
        to.add("about", state.place().name());
        to.add("when", state.place().at());
        state.holding().ifPresent(holding -> stated(to, "holds", holding));
        state.pending().ifPresent(pending -> stated(to, "pending", pending));
        to.add("changes", to.say().number(state.revision()));
    }

    private static void stated(Fields to, String key, Stated stated) {
        Fields said = to.fresh();
        StatementWords.add(said, stated.statement());
        to.add(
                key,
                to.say().message("state.by", to.name(stated.organisation())),
                "/transactions/" + stated.transaction());
        said.all().stream().skip(2).forEach(pair -> to.labelled(pair.key(), pair.words()));
        stated.unconfirmed().forEach(party -> to.add("unconfirmed", to.name(party)));
    }

    static void add(Fields to, DocumentState state) {
        to.add("text.hash", Hash.of(state.text()).value());
        to.add("length", to.say().number(state.text().length()));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
