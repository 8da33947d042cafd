package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.runtime.run.TermsOnLedger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Puts members, meters, signed agreements and pages of readings on an empty ledger, as a community would. */
final class SweepBenchSite {

    static final LocalDate FIRST_MONTH = LocalDate.of(2026, 1, 1);
    static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    static final MeterId METER = new MeterId(TwelveTexts.meter(0));
    static final MemberId SUPPLIER = new MemberId("bench-supplier");
    private static final MemberId REGISTRAR = new MemberId("bench-registrar");
    private static final MemberId CLIENT = new MemberId("bench-client");
    private static final MemberId METERING = new MemberId("bench-metering");
    private static final Interval QUARTER_HOUR = Interval.ofMinutes(15);
    private static final int METERS_IN_A_BUILDING = 5;
    private static final int BUILDINGS_OF_A_CAMPUS = 4;
    private static final int IN_A_BATCH = 100;
    private static final int IN_FLIGHT = 32;

    private final Ledger ledger;
    private final Clock clock;
    private final Function<MemberId, Signer> signers;
    private final Deque<CompletableFuture<Submission>> inFlight = new ArrayDeque<>();
    private long requests;

    SweepBenchSite(Ledger ledger, Clock clock, Function<MemberId, Signer> signers) {
        this.ledger = ledger;
        this.clock = clock;
        this.signers = signers;
    }

    static AgreementId agreement(int number) {
        return new AgreementId("bench-" + number);
    }

    /** Founds the ledger, and puts so many agreements in force. */
    void found(int agreements) {
        found();
        submit(METERING, agreements, SweepBenchSite::meter);
        List<ProposeAgreement> proposals = IntStream.range(0, agreements)
                .parallel()
                .mapToObj(SweepBenchSite::proposal)
                .toList();
        submit(SUPPLIER, agreements, proposals::get);
        settle();
        submit(SUPPLIER, agreements, number -> proposals.get(number).toSign());
        submit(CLIENT, agreements, number -> proposals.get(number).toSign());
        settle();
        submit(SUPPLIER, agreements, number -> new ActivateAgreement(agreement(number), "1.0"));
        settle();
    }

    /** Records the readings of a month of all agreements' meters. */
    void record(LocalDate month, int agreements, LongConsumer progress) {
        for (LocalDate day = month; day.isBefore(month.plusMonths(1)); day = day.plusDays(1)) {
            LocalDate date = day;
            submit(METERING, agreements, number -> new RecordReadings(page(number, date)));
            progress.accept((long) day.getDayOfMonth() * agreements);
        }
        settle();
    }

    /** A meter beyond those of the agreements, as one request by itself. */
    Batch oneMore(int number) {
        Signer signer = signers.apply(METERING);
        RegisterMeter meter = new RegisterMeter(
                new MeterId("bench-one-more-" + number),
                METERING,
                "One more " + number,
                site(0),
                "electricity",
                "kWh",
                QUARTER_HOUR,
                ZONE);
        return Batch.of(Transaction.sign(
                ledger.id(), meter, new RequestKey("bench-one-more-" + number), clock.instant(), signer));
    }

    private void found() {
        Signer registrar = signers.apply(REGISTRAR);
        Transaction founding = Transaction.sign(
                LedgerId.NONE,
                new FoundLedger("Bench", REGISTRAR, "Registrar", registrar.publicKey()),
                new RequestKey("found"),
                clock.instant(),
                registrar);
        inFlight.add(ledger.submit(Batch.of(founding)));
        settle();
        Map<MemberId, Set<Role>> members = Map.of(
                SUPPLIER, Set.of(Role.ESCO, Role.SIGNATORY, Role.RUNTIME),
                CLIENT, Set.of(Role.OWNER, Role.SIGNATORY),
                METERING, Set.of(Role.METER_OPERATOR));
        List<MemberId> ids = List.copyOf(members.keySet());
        submit(
                REGISTRAR,
                ids.size(),
                i -> new RegisterMember(
                        ids.get(i),
                        ids.get(i).value(),
                        ids.get(i),
                        members.get(ids.get(i)),
                        signers.apply(ids.get(i)).publicKey()));
        settle();
    }

    private static Payload meter(int number) {
        return new RegisterMeter(
                new MeterId(TwelveTexts.meter(number)),
                METERING,
                "Meter " + number,
                site(number),
                "electricity",
                "kWh",
                QUARTER_HOUR,
                ZONE);
    }

    /** Four buildings to a campus, five meters to a building. */
    private static String site(int number) {
        int building = number / METERS_IN_A_BUILDING;
        return "Campus " + building / BUILDINGS_OF_A_CAMPUS + " / Building " + building % BUILDINGS_OF_A_CAMPUS;
    }

    private static ProposeAgreement proposal(int number) {
        String text = TwelveTexts.text(number);
        Agreement agreement = TwelveTexts.compiled(number);
        String form = CompiledForm.of(agreement).json();
        return new ProposeAgreement(
                agreement(number),
                "1.0",
                "Bench " + number,
                text,
                Hash.of(text),
                form,
                Hash.of(form),
                TermsOnLedger.of(agreement),
                Map.of("Supplier", SUPPLIER, "Client", CLIENT));
    }

    private static ReadingsPage page(int number, LocalDate day) {
        Random random = new Random(day.toEpochDay() * 1_000_003L + number);
        int size = QUARTER_HOUR.valuesOn(day, ZONE);
        List<Long> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(2_000L + random.nextInt(24_000));
        }
        return ReadingsPage.of(new MeterId(TwelveTexts.meter(number)), day, ZONE, QUARTER_HOUR, "kWh", 3, values);
    }

    private void submit(MemberId member, int count, IntFunction<Payload> payloads) {
        Signer signer = signers.apply(member);
        LedgerId id = ledger.id();
        for (int from = 0; from < count; from += IN_A_BATCH) {
            List<TransactionBody> bodies = IntStream.range(from, Math.min(count, from + IN_A_BATCH))
                    .mapToObj(number -> new TransactionBody(
                            id,
                            payloads.apply(number),
                            member,
                            new RequestKey("bench-" + clock.millis() + "-" + requests++),
                            clock.instant()))
                    .toList();
            inFlight.add(ledger.submit(Batch.signed(bodies, signer)));
            if (inFlight.size() > IN_FLIGHT) {
                end(inFlight.remove());
            }
        }
    }

    private void settle() {
        while (!inFlight.isEmpty()) {
            end(inFlight.remove());
        }
    }

    private static void end(CompletableFuture<Submission> submitted) {
        if (submitted.join() instanceof Submission.Refused refused) {
            throw new IllegalStateException("the ledger refused what the bench submitted: " + refused.message());
        }
    }
}
