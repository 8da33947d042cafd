package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The events that formed a reputation, in words: to everybody what kind and when, the source to whom it concerns. */
@Component
class ReputationEvents {

    /**
     * One event.
     *
     * @param source the agreement and period; empty where the reader may not see it
     * @param comment what was said beside a rating; empty where the reader may not see it
     * @param transaction its address; empty where the reader may not see it
     */
    record Row(String at, String what, int weight, String source, String link, String comment, String transaction) {}

    private final ReadModel read;
    private final Access access;
    private final Names names;
    private final Words say;

    ReputationEvents(ReadModel read, Access access, Names names, Words say) {
        this.read = read;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    /** The newest first. */
    List<Row> of(Account reader, MemberId organisation) {
        return read.reputations().of(organisation).stream()
                .sorted(Comparator.comparing((Recorded<ReputationEvent> event) ->
                                event.state().at())
                        .reversed())
                .map(event -> row(reader, event))
                .toList();
    }

    private Row row(Account reader, Recorded<ReputationEvent> recorded) {
        ReputationEvent event = recorded.state();
        String at = say.moment(event.at());
        int weight = Reputation.weight(event);
        if (!access.maySeeSource(reader, event)) {
            return new Row(at, say.message("reputation.kind." + kind(event)), weight, "", "", "", "");
        }
        return new Row(
                at,
                what(event),
                weight,
                source(event),
                "/agreements/" + event.agreement(),
                event instanceof ReputationEvent.Rated rated ? rated.comment() : "",
                recorded.transaction().map(id -> "/transactions/" + id).orElse("/blocks/" + recorded.block()));
    }

    private static String kind(ReputationEvent event) {
        if (event instanceof ReputationEvent.DealPaid) {
            return "paid";
        }
        if (event instanceof ReputationEvent.DealPaidLate) {
            return "late";
        }
        if (event instanceof ReputationEvent.DisputeUpheld) {
            return "upheld";
        }
        if (event instanceof ReputationEvent.DisputeRejected) {
            return "rejected";
        }
        return event instanceof ReputationEvent.Rated ? "rated" : "breach";
    }

    private String what(ReputationEvent event) {
        if (event instanceof ReputationEvent.DealPaidLate late) {
            return say.message("reputation.late", late.daysLate());
        }
        if (event instanceof ReputationEvent.DisputeUpheld upheld) {
            return say.message("reputation.upheld", names.of(upheld.raisedBy()));
        }
        if (event instanceof ReputationEvent.DisputeRejected rejected) {
            return say.message("reputation.rejected", names.of(rejected.raisedBy()));
        }
        if (event instanceof ReputationEvent.TermBreached breach) {
            return say.message(
                    breach.retracted() ? "reputation.breach.retracted" : "reputation.breach",
                    breach.clause(),
                    say.day(breach.day()),
                    names.of(breach.statedBy()));
        }
        return event instanceof ReputationEvent.Rated rated
                ? say.message("reputation.stars.by", say.number(rated.stars()), names.of(rated.by()))
                : say.message("reputation.paid");
    }

    private String source(ReputationEvent event) {
        return event instanceof ReputationEvent.OfDeal of
                ? say.message(
                        "reputation.source",
                        event.agreement().value(),
                        of.deal().period(),
                        say.day(of.deal().from()))
                : event.agreement().value();
    }
}
