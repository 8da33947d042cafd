package io.smartblocks.portal;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Puts on the ledger of a site what its people state, all of it at once, and waits until pages can show it. */
public class Stating {

    private final Ledger ledger;
    private final ReadModel model;
    private final MemberKeys keys;
    private final Visitors visitors;
    private final Clock clock;

    Stating(Ledger ledger, ReadModel model, MemberKeys keys, Visitors visitors, Clock clock) {
        this.ledger = ledger;
        this.model = model;
        this.keys = keys;
        this.visitors = visitors;
        this.clock = clock;
    }

    public void as(MemberId member, Payload... payloads) {
        as(member, List.of(payloads));
    }

    public void as(MemberId member, List<? extends Payload> payloads) {
        Signer signer = keys.open(member, password(member)).orElseThrow();
        Submission outcome = ledger.submit(new Batch(payloads.stream()
                        .map(payload -> Transaction.sign(
                                ledger.id(),
                                payload,
                                new RequestKey("stated/" + UUID.randomUUID()),
                                clock.instant(),
                                signer))
                        .toList()))
                .join();
        if (!(outcome instanceof Submission.Committed) || !isRead()) {
            throw new IllegalStateException(member + " stated " + payloads + ", and it came to " + outcome);
        }
    }

    private boolean isRead() {
        try {
            return model.awaitHeight(ledger.height(), Duration.ofMinutes(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String password(MemberId member) {
        try {
            return member.equals(SiteFixture.OFFICE) ? visitors.registrarPassword() : SiteFixture.PASSWORD;
        } catch (IOException e) {
            throw new IllegalStateException("the registrar's password is not to be read", e);
        }
    }
}
