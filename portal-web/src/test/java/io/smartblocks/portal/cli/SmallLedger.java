package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

/** A data directory with a registrar, a meter operator {@code operator} and the daily meter {@code IE-1/heat}. */
final class SmallLedger {

    private static final Clock CLOCK = Clock.systemUTC();

    private SmallLedger() {}

    static Path in(Path data) {
        MachineKeys keys = new MachineKeys(data, CLOCK);
        Signer registrar = keys.findOrMake(new MemberId("registrar"));
        Signer operator = keys.findOrMake(new MemberId("operator"));
        try (Ledger ledger = LedgerHome.open(data, CLOCK)) {
            state(ledger, registrar, new FoundLedger("Test", registrar.member(), "Registrar", registrar.publicKey()));
            state(
                    ledger,
                    registrar,
                    new RegisterMember(
                            operator.member(),
                            "Operator",
                            operator.member(),
                            Set.of(Role.METER_OPERATOR),
                            operator.publicKey()));
            state(
                    ledger,
                    operator,
                    new RegisterMeter(
                            new MeterId("IE-1/heat"),
                            operator.member(),
                            "Heat",
                            "Bakery",
                            "heat",
                            "kWh",
                            new Interval("P1D"),
                            ZoneId.of("Europe/Dublin")));
        }
        return data;
    }

    private static void state(Ledger ledger, Signer signer, Payload payload) {
        Submission submission = ledger.submit(Batch.of(Transaction.sign(
                        ledger.id(), payload, new RequestKey(payload.action()), CLOCK.instant(), signer)))
                .join();
        if (submission instanceof Submission.Refused refused) {
            throw new IllegalStateException(refused.message());
        }
    }
}
