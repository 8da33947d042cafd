package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

/** A real ledger in a directory with a meter operator and a daily meter. */
final class GatewayFixture {

    static final MeterId METER = new MeterId("real");
    static final Clock CLOCK = ReadingsFileFixture.NOW;
    static final Signer REGISTRAR = Signer.of(new MemberId("registrar"), KeyPair.generate());
    static final Signer OPERATOR = Signer.of(new MemberId("operator"), KeyPair.generate());

    private GatewayFixture() {}

    static Ledger ledger(Path directory, String unit, String interval, ZoneId zone) {
        Ledger ledger = EmbeddedLedger.open(directory, CLOCK, REGISTRAR);
        Transaction founding =
                sign(LedgerId.NONE, new FoundLedger("Campus", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()));
        LedgerId id = LedgerId.of(founding);
        Batch beginning = Batch.of(
                founding,
                sign(
                        id,
                        new RegisterMember(
                                OPERATOR.member(),
                                "Operator",
                                OPERATOR.member(),
                                Set.of(Role.METER_OPERATOR),
                                OPERATOR.publicKey())),
                sign(
                        id,
                        new RegisterMeter(
                                METER,
                                OPERATOR.member(),
                                "Main",
                                "Campus",
                                "electricity",
                                unit,
                                new Interval(interval),
                                zone)));
        ledger.submit(beginning).join();
        return ledger;
    }

    private static Transaction sign(LedgerId ledger, Payload payload) {
        return Transaction.sign(ledger, payload, new RequestKey(payload.action()), CLOCK.instant(), REGISTRAR);
    }
}
