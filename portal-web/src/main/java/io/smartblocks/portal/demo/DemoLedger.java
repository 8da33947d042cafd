package io.smartblocks.portal.demo;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The ledger as the people and machines of the demo site use it: each signs what it states. */
final class DemoLedger {

    private final Ledger ledger;
    private final Function<DemoMember, Signer> signers;
    private final Clock clock;

    DemoLedger(Ledger ledger, Function<DemoMember, Signer> signers, Clock clock) {
        this.ledger = ledger;
        this.signers = signers;
        this.clock = clock;
    }

    StateView states() {
        return ledger;
    }

    Signer signer(DemoMember member) {
        return signers.apply(member);
    }

    /** Brings readings to the ledger in the name of a member. */
    MeterGateway gateway(DemoMember member) {
        return new MeterGateway(ledger, signer(member), clock);
    }

    /** The time of the newest block; the epoch while there is none. */
    Instant newestBlock() {
        return ledger.height() == 0
                ? Instant.EPOCH
                : ledger.block(ledger.height() - 1).orElseThrow().header().time();
    }

    /** One member's statement. */
    void state(DemoMember member, String request, Payload payload) {
        stateAll(member, List.of(new Request(request, payload)));
    }

    /** Statements of one member that hold together or not at all. */
    void stateAll(DemoMember member, List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        Signer signer = signer(member);
        Instant now = clock.instant();
        LedgerId id = ledger.id();
        List<Transaction> signed = Transaction.signAll(
                requests.stream()
                        .map(request -> new TransactionBody(
                                id, request.payload(), signer.member(), new RequestKey("demo/" + request.name()), now))
                        .toList(),
                signer);
        Submission outcome = ledger.commit(new Batch(signed));
        if (outcome instanceof Submission.Refused refused) {
            throw new IllegalStateException("The ledger refused '%s' of the demo site: %s"
                    .formatted(requests.get(refused.transaction()).name(), refused.message()));
        }
    }

    /** A statement under a name that is used once. */
    record Request(String name, Payload payload) {}
}
