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
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** A real ledger in a directory with a meter operator and a daily meter. */
public final class GatewayFixture {

    public static final MeterId METER = new MeterId("real");
    public static final Clock CLOCK = ReadingsFileFixture.NOW;
    public static final Signer REGISTRAR = Signer.of(new MemberId("registrar"), KeyPair.generate());
    public static final Signer OPERATOR = Signer.of(new MemberId("operator"), KeyPair.generate());

    private GatewayFixture() {}

    public static Ledger ledger(Path directory, String unit, String interval, ZoneId zone) {
        return ledger(directory, REGISTRAR, OPERATOR, new Interval(interval), unit, zone);
    }

    public static Ledger ledger(
            Path directory, Signer registrar, Signer operator, Interval interval, String unit, ZoneId zone) {
        Ledger ledger = EmbeddedLedger.open(directory, CLOCK, registrar);
        Transaction founding = sign(
                registrar,
                LedgerId.NONE,
                new FoundLedger("Campus", registrar.member(), "Registrar", registrar.publicKey()));
        LedgerId id = LedgerId.of(founding);
        Batch beginning = Batch.of(
                founding,
                sign(
                        registrar,
                        id,
                        new RegisterMember(
                                operator.member(),
                                "Operator",
                                operator.member(),
                                Set.of(Role.METER_OPERATOR),
                                operator.publicKey())),
                sign(
                        registrar,
                        id,
                        new RegisterMeter(
                                METER, operator.member(), "Main", "Campus", "electricity", unit, interval, zone)));
        ledger.submit(beginning).join();
        return ledger;
    }

    /** Registers an hourly register that rolls over. */
    public static void register(Ledger ledger, MeterId meter, String rollsOverAt) {
        RegisterMeter registration = new RegisterMeter(
                meter,
                OPERATOR.member(),
                "Main",
                "Campus",
                "electricity",
                "kWh",
                new Interval("PT1H"),
                ReadingsFileFixture.DUBLIN,
                Measure.REGISTER,
                Optional.of(new BigDecimal(rollsOverAt)));
        RequestKey key = new RequestKey("register/" + meter);
        ledger.submit(Batch.of(Transaction.sign(ledger.id(), registration, key, CLOCK.instant(), REGISTRAR)))
                .join();
    }

    private static Transaction sign(Signer registrar, LedgerId ledger, Payload payload) {
        return Transaction.sign(ledger, payload, new RequestKey(payload.action()), CLOCK.instant(), registrar);
    }
}
