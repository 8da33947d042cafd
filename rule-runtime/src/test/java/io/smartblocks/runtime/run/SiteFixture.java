package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A supplier, a client and a meter operator on a ledger with its read model: an embedded one at a time that tests set, or any
 * other at its own time.
 */
final class SiteFixture implements AutoCloseable {

    static final LedgerTerms TERMS = LedgerTerms.plain(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2099, 12, 31),
            ZoneId.of("Europe/Dublin"),
            "EUR",
            new Cycle("Billing Month", LocalDate.of(2026, 1, 1), new CalendarSpan(1, CalendarSpan.Unit.MONTH)));

    static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final MemberId REGISTRAR = new MemberId("registrar");
    private static final MemberId SUPPLIER = new MemberId("supplier");
    private static final MemberId CLIENT = new MemberId("client");
    private static final MemberId METERING = new MemberId("metering");
    private static final MemberId PUBLISHER = new MemberId("publisher");

    private final Map<MemberId, KeyPair> keys = new HashMap<>();
    private final MovableClock movable = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock;
    private int requests;

    final Ledger ledger;
    final ReadModel model;

    SiteFixture(Path directory) {
        ledger = EmbeddedLedger.open(directory.resolve("ledger"), movable, signer(REGISTRAR));
        clock = movable;
        model = opened(directory);
    }

    /** On another ledger, whose time cannot be set. */
    SiteFixture(Ledger other, Path directory, Clock time) {
        ledger = other;
        clock = time;
        model = opened(directory);
    }

    private ReadModel opened(Path directory) {
        ReadModel model = ReadModel.open(directory.resolve("read-model"));
        model.follow(ledger);
        state(
                REGISTRAR,
                new FoundLedger("test", REGISTRAR, "Registrar", key(REGISTRAR).publicKey()));
        admit(SUPPLIER, EnumSet.of(Role.ESCO, Role.SIGNATORY, Role.RUNTIME));
        admit(CLIENT, EnumSet.of(Role.OWNER, Role.SIGNATORY, Role.RUNTIME));
        admit(METERING, EnumSet.of(Role.METER_OPERATOR));
        admit(PUBLISHER, EnumSet.of(Role.INDEX_PUBLISHER));
        return model;
    }

    Sweep sweep() {
        return sweepOn(ledger);
    }

    Sweep sweepOn(Ledger ledger) {
        return new Sweep(
                ledger, model, new SettlementEngine(), RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))), clock);
    }

    /** A sweep that waits no longer than this for the ledger. */
    Sweep sweepOn(Ledger ledger, Duration patience) {
        return new Sweep(
                ledger,
                model,
                new SettlementEngine(),
                RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))),
                clock,
                "impatient",
                patience,
                Round.LONGEST_GATHERING);
    }

    /** A sweep for which all gathering takes too long. */
    Sweep sweepThatGathersSlowly() {
        return new Sweep(
                ledger,
                model,
                new SettlementEngine(),
                RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))),
                clock,
                "slow",
                Commits.PATIENCE,
                Duration.ZERO);
    }

    /** A sweep of a machine whose clock is another. */
    Sweep sweepAt(Clock other) {
        return new Sweep(
                ledger, model, new SettlementEngine(), RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))), other);
    }

    /** A sweep of a node of the supplier's, on a read model that it may share with others. */
    Sweep sweepOn(Ledger ledger, ReadModel shared, String node) {
        return new Sweep(
                ledger,
                shared,
                new SettlementEngine(),
                RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))),
                clock,
                node);
    }

    /** A sweep of the client's runtime, with a read model of its own. */
    Sweep sweepOfClient(ReadModel own) {
        return new Sweep(ledger, own, new SettlementEngine(), RuntimeSigners.of(Map.of(CLIENT, signer(CLIENT))), clock);
    }

    /** The client's runtime, with a read model of its own, computes again what others settled. */
    CoSigning coSigningOfClient(ReadModel own) {
        return coSigningOfClient(ledger, own);
    }

    CoSigning coSigningOfClient(Ledger ledger, ReadModel own) {
        return new CoSigning(
                ledger, own, new SettlementEngine(), RuntimeSigners.of(Map.of(CLIENT, signer(CLIENT))), clock);
    }

    CoSigning coSigningOfSupplier() {
        return new CoSigning(
                ledger, model, new SettlementEngine(), RuntimeSigners.of(Map.of(SUPPLIER, signer(SUPPLIER))), clock);
    }

    /** A sweep of a supplier's runtime that commits something else than it computed. */
    Sweep sweepThatLies(UnaryOperator<CommitSettlement> lie) {
        return sweepOn(DishonestLedger.before(ledger, signer(SUPPLIER), lie));
    }

    /** A sweep of a runtime that acts for nobody here. */
    Sweep sweepOfStranger() {
        return new Sweep(ledger, model, new SettlementEngine(), RuntimeSigners.of(Map.of()), clock);
    }

    VerifyingSettlement verifying() {
        return new VerifyingSettlement(model, new SettlementEngine());
    }

    void at(String local) {
        movable.set(java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    void meter(String id) {
        meter(id, "kWh", ZONE);
    }

    void meter(String id, String unit, ZoneId zone) {
        state(
                METERING,
                new RegisterMeter(
                        new MeterId(id), METERING, id, "Site", "electricity", unit, new Interval("PT1H"), zone));
    }

    void dailyMeter(String id) {
        state(
                METERING,
                new RegisterMeter(
                        new MeterId(id), METERING, id, "Site", "electricity", "kWh", new Interval("P1D"), ZONE));
    }

    /** Each day from {@code from} to {@code to}, both included, reads {@code value} kWh. */
    void dailyReadings(String meter, String from, String to, long value) {
        List<Payload> pages = LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .<Payload>map(day -> new RecordReadings(
                        ReadingsPage.of(new MeterId(meter), day, ZONE, new Interval("P1D"), "kWh", 0, List.of(value))))
                .toList();
        for (int i = 0; i < pages.size(); i += 100) {
            state(METERING, pages.subList(i, Math.min(pages.size(), i + 100)));
        }
    }

    /** A meter whose readings are the stands of a register at the start of each day. */
    void register(String id) {
        state(
                METERING,
                new RegisterMeter(new MeterId(id), METERING, id, "Site", "heat", "kWh", new Interval("P1D"), ZONE));
    }

    /** The stand of a register at the start of a day in tenths of a kWh, of the given quality. */
    void stand(String id, LocalDate day, long tenths, String quality) {
        ReadingsPage page = ReadingsPage.of(new MeterId(id), day, ZONE, new Interval("P1D"), "kWh", 1, List.of(tenths));
        state(METERING, new RecordReadings(withQuality(page, quality)));
    }

    /** The stand of a register turns out to have been another. */
    void correctedStand(String id, LocalDate day, long tenths) {
        ReadingsPage page = ReadingsPage.of(new MeterId(id), day, ZONE, new Interval("P1D"), "kWh", 1, List.of(tenths));
        state(METERING, new CorrectReadings(page, "the meter was read"));
    }

    private static ReadingsPage withQuality(ReadingsPage page, String quality) {
        return new ReadingsPage(
                page.meter(),
                page.day(),
                page.zone(),
                page.start(),
                page.interval(),
                page.unit(),
                page.scale(),
                page.values(),
                quality,
                page.flags());
    }

    /** The stand of a register at the start of a day. */
    void stand(String id, String day, long stand) {
        state(
                METERING,
                new RecordReadings(ReadingsPage.of(
                        new MeterId(id), LocalDate.parse(day), ZONE, new Interval("P1D"), "kWh", 0, List.of(stand))));
    }

    /** Every hour of the days from {@code from} to {@code to}, both included, reads {@code value} kWh. */
    void readings(String meter, String from, String to, long value) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(day -> {
            Interval hour = new Interval("PT1H");
            int hours = hour.valuesOn(day, ZONE);
            state(
                    METERING,
                    new RecordReadings(ReadingsPage.of(
                            new MeterId(meter), day, ZONE, hour, "kWh", 0, Collections.nCopies(hours, value))));
        });
    }

    /** One day's readings in thousandths of the unit; empty hours are missing. */
    void readingsOf(String meter, String day, String unit, ZoneId zone, List<Long> thousandths) {
        state(METERING, new RecordReadings(page(meter, day, unit, zone, thousandths)));
    }

    /** The readings of a day turn out to have been others. */
    void corrected(String meter, String day, long value) {
        LocalDate date = LocalDate.parse(day);
        Interval hour = new Interval("PT1H");
        ReadingsPage page = ReadingsPage.of(
                new MeterId(meter), date, ZONE, hour, "kWh", 0, Collections.nCopies(hour.valuesOn(date, ZONE), value));
        state(METERING, new CorrectReadings(page, "meter exchanged"));
    }

    /** An index whose values hold for ranges of days. */
    IndexId index(String publisher, String name, String unit) {
        IndexId id = IndexId.of(publisher, name);
        state(PUBLISHER, new RegisterIndex(id, PUBLISHER, name, unit));
        return id;
    }

    /** A value from one day up to, and not including, another. */
    void published(IndexId index, String from, String to, String value) {
        state(PUBLISHER, new PublishIndexValues(index, List.of(value(from, to, value))));
    }

    /** A published value turns out to have been another. */
    void revised(IndexId index, String from, String to, String value) {
        state(PUBLISHER, new CorrectIndexValue(index, value(from, to, value), "revised"));
    }

    private static IndexValue value(String from, String to, String value) {
        return new IndexValue(LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(value));
    }

    private static ReadingsPage page(String meter, String day, String unit, ZoneId zone, List<Long> thousandths) {
        return ReadingsPage.of(
                new MeterId(meter), LocalDate.parse(day), zone, new Interval("PT1H"), unit, 3, thousandths);
    }

    /** An agreement in force whose text this version cannot read. */
    AgreementId unreadable(String id) {
        return signed(new AgreementId(id), "contract of another age.", "{}", TERMS);
    }

    /** An agreement in force whose compiled form on the ledger is not the one that this version makes of its text. */
    AgreementId frozen(String id, String text, String form) {
        return signed(new AgreementId(id), text, form, TERMS);
    }

    /** An agreement in force whose terms are not those of its text. */
    AgreementId withTerms(String id, String text, LedgerTerms terms) {
        return signed(new AgreementId(id), text, form(id, text).json(), terms);
    }

    AgreementId active(String id, String text) {
        Agreement agreement = agreement(id, text);
        return signed(new AgreementId(id), text, CompiledForm.of(agreement).json(), TermsOnLedger.of(agreement));
    }

    static CompiledForm form(String id, String text) {
        return CompiledForm.of(agreement(id, text));
    }

    private static Agreement agreement(String id, String text) {
        var compilation = AgreementCompiler.compile(new SourceText(id, text));
        assertThat(compilation.diagnostics())
                .filteredOn(d -> d.severity().name().equals("ERROR"))
                .isEmpty();
        return compilation.agreement().orElseThrow();
    }

    /** The next version of an agreement, signed and in force. */
    void amended(AgreementId id, String version, String text) {
        Agreement agreement = agreement(id.value(), text);
        signed(id, version, text, CompiledForm.of(agreement).json(), TermsOnLedger.of(agreement));
    }

    private AgreementId signed(AgreementId agreement, String text, String form, LedgerTerms terms) {
        return signed(agreement, "1.0", text, form, terms);
    }

    private AgreementId signed(AgreementId agreement, String version, String text, String form, LedgerTerms terms) {
        ProposeAgreement proposal = new ProposeAgreement(
                agreement,
                version,
                agreement.value(),
                text,
                Hash.of(text),
                form,
                Hash.of(form),
                terms,
                Map.of("Supplier", SUPPLIER, "Client", CLIENT));
        state(SUPPLIER, proposal);
        state(SUPPLIER, proposal.toSign());
        state(CLIENT, proposal.toSign());
        state(SUPPLIER, new ActivateAgreement(agreement, version));
        return agreement;
    }

    void bySupplier(Payload payload) {
        state(SUPPLIER, payload);
    }

    void byClient(Payload payload) {
        state(CLIENT, payload);
    }

    /** The client states it by a ledger of its own. */
    void byClient(Ledger own, Payload payload) {
        state(own, CLIENT, payload);
    }

    private void admit(MemberId id, Set<Role> roles) {
        state(REGISTRAR, new RegisterMember(id, id.value(), id, roles, key(id).publicKey()));
    }

    private void state(MemberId member, Payload payload) {
        state(ledger, member, payload);
    }

    private void state(Ledger ledger, MemberId member, Payload payload) {
        Transaction signed = Transaction.sign(
                ledger.id(), payload, new RequestKey("fixture-" + requests++), clock.instant(), signer(member));
        Submission submission = ledger.submit(Batch.of(signed)).join();
        assertThat(submission).as(submission.toString()).isInstanceOf(Submission.Committed.class);
    }

    private void state(MemberId member, List<Payload> payloads) {
        Batch batch = new Batch(Transaction.signAll(
                payloads.stream()
                        .map(payload -> new TransactionBody(
                                ledger.id(), payload, member, new RequestKey("fixture-" + requests++), clock.instant()))
                        .toList(),
                signer(member)));
        Submission submission = ledger.submit(batch).join();
        assertThat(submission).as(submission.toString()).isInstanceOf(Submission.Committed.class);
    }

    private Signer signer(MemberId member) {
        return Signer.of(member, key(member));
    }

    private KeyPair key(MemberId member) {
        return keys.computeIfAbsent(member, each -> KeyPair.generate());
    }

    @Override
    public void close() {
        model.close();
        ledger.close();
    }
}
