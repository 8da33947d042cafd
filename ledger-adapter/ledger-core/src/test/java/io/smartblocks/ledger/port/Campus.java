package io.smartblocks.ledger.port;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** A ledger's members and meters for tests: the registrar, who also keeps the node, and a meter operator. */
public final class Campus {

    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    public static final Signer REGISTRAR = Signer.of(new MemberId("registrar"), KeyPair.generate());
    public static final Signer OPERATOR = Signer.of(new MemberId("operator"), KeyPair.generate());

    private static final Transaction FOUNDING = sign(
            LedgerId.NONE,
            "found",
            new FoundLedger("Campus", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()),
            REGISTRAR);

    public static final LedgerId ID = LedgerId.of(FOUNDING);

    private Campus() {}

    public static Transaction founding() {
        return FOUNDING;
    }

    public static Transaction operatorJoins() {
        return sign(
                "join",
                new RegisterMember(
                        OPERATOR.member(),
                        "Operator Ltd",
                        OPERATOR.member(),
                        Set.of(Role.METER_OPERATOR),
                        OPERATOR.publicKey()),
                REGISTRAR);
    }

    public static Transaction meter(String id) {
        return sign("meter-" + id, meterPayload(id), OPERATOR);
    }

    public static Payload meterPayload(String id) {
        return new RegisterMeter(
                new MeterId(id),
                OPERATOR.member(),
                "Meter " + id,
                "Campus",
                "electricity",
                "kWh",
                Interval.ofMinutes(15),
                ZoneId.of("Europe/Dublin"));
    }

    public static Transaction sign(String requestKey, Payload payload, Signer signer) {
        return sign(ID, requestKey, payload, signer);
    }

    public static Transaction sign(LedgerId ledger, String requestKey, Payload payload, Signer signer) {
        return Transaction.sign(ledger, payload, new RequestKey(requestKey), NOON, signer);
    }

    public static void found(Ledger ledger) {
        submit(ledger, founding(), operatorJoins());
    }

    public static Submission submit(Ledger ledger, Transaction... transactions) {
        return ledger.submit(Batch.of(transactions)).join();
    }
}
