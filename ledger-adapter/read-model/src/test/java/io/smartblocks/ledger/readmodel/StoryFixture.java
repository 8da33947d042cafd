package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What happens on the ledger of an ESCO and a building owner, step by step. */
final class StoryFixture {

    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    static final MemberId ESCO = new MemberId("bright-esco");
    static final MemberId OWNER = new MemberId("campus");
    static final MemberId RUNTIME = new MemberId("runtime.bright-esco");
    static final MeterId METER = new MeterId("IE-9001/daily");
    static final IndexId INDEX = IndexId.of("Market House", "Day Ahead");
    static final AgreementId AGREEMENT = new AgreementId("shared-savings");
    static final String TEXT =
            "contract \"Shared savings\" version 1.0.\nmeter Import reads kWh every day from \"meter/IE-9001/daily\".";
    static final String FORM = "{\"format\":1}";
    static final Hash TEXT_HASH = Hash.of(TEXT);
    static final Hash COMPILED_HASH = Hash.of(FORM);

    private static final Proposal PROPOSAL = new Proposal(
            AGREEMENT,
            "1.0",
            "Shared savings at the campus",
            TEXT_HASH,
            COMPILED_HASH,
            LedgerTerms.plain(LocalDate.of(2026, 11, 1), LocalDate.of(2031, 10, 31), ZoneId.of("Europe/Dublin"), "EUR"),
            Map.of("Provider", ESCO, "Owner", OWNER),
            ESCO);

    private StoryFixture() {}

    static Step founded() {
        Member founder = new Member(
                RUNTIME,
                "Runtime",
                ESCO,
                Set.of(Role.REGISTRAR, Role.RUNTIME),
                KeyPair.generate().publicKey(),
                Member.Status.ACTIVE);
        return Step.of(
                new MemberAction.FoundLedger("campus", RUNTIME, "Runtime", founder.publicKey()),
                new StateEntry(StateKey.ledger(), new LedgerState(LedgerId.NONE, "campus", RUNTIME)),
                new StateEntry(StateKey.member(RUNTIME), new MemberState(founder)));
    }

    static Step member(String id) {
        Member member = new Member(
                new MemberId(id), "Member " + id, ESCO, Set.of(Role.SIGNATORY), anyKey(), Member.Status.ACTIVE);
        return Step.of(
                new MemberAction.RegisterMember(member.id(), member.name(), ESCO, member.roles(), member.publicKey()),
                new StateEntry(StateKey.member(member.id()), new MemberState(member)));
    }

    /** A member as it stands after some change. */
    static Step changed(MemberState state) {
        return Step.of(
                new MemberAction.SuspendMember(state.member().id(), "any"),
                new StateEntry(StateKey.member(state.member().id()), state));
    }

    static VerifyingKey anyKey() {
        return KeyPair.generate().publicKey();
    }

    static Step meterRegistered() {
        return meterRegistered(METER);
    }

    static Step meterRegistered(MeterId meter) {
        MeterAction.RegisterMeter registered = new MeterAction.RegisterMeter(
                meter, ESCO, "Main import", "Campus", "electricity", "kWh", new Interval("P1D"), DUBLIN);
        return Step.of(registered, new StateEntry(StateKey.meter(meter), MeterState.of(registered)));
    }

    static Step moved(MeterId meter, String site) {
        MeterAction.RegisterMeter registered = new MeterAction.RegisterMeter(
                meter, ESCO, "Main import", "Campus", "electricity", "kWh", new Interval("P1D"), DUBLIN);
        return Step.of(
                new MeterAction.AssignMeter(meter, site),
                new StateEntry(StateKey.meter(meter), MeterState.of(registered).at(site)));
    }

    static Step recorded(ReadingsPage page) {
        return Step.of(
                new MeterAction.RecordReadings(page),
                new StateEntry(StateKey.readings(page.meter(), page.day()), new ReadingsState(page, RUNTIME, 0, "")));
    }

    static Step corrected(ReadingsPage page, int revision, String reason) {
        return Step.of(
                new MeterAction.CorrectReadings(page, reason),
                new StateEntry(
                        StateKey.readings(page.meter(), page.day()),
                        new ReadingsState(page, RUNTIME, revision, reason)));
    }

    static ReadingsPage page(String day, Long... values) {
        return page(METER, day, values);
    }

    static ReadingsPage page(MeterId meter, String day, Long... values) {
        return ReadingsPage.of(
                meter, LocalDate.parse(day), DUBLIN, new Interval("P1D"), "kWh", 3, Arrays.asList(values));
    }

    static Step indexRegistered() {
        return Step.of(
                new IndexAction.RegisterIndex(INDEX, ESCO, "Day ahead", "EUR/MWh"),
                new StateEntry(StateKey.index(INDEX), new IndexState(INDEX, ESCO, "Day ahead", "EUR/MWh")));
    }

    static Step indexValue(String from, String to, String figure, int revision) {
        IndexValue value = new IndexValue(LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(figure));
        return Step.of(
                new IndexAction.PublishIndexValues(INDEX, List.of(value)),
                new StateEntry(
                        StateKey.indexValue(INDEX, value.from()),
                        new IndexValueState(INDEX, value, RUNTIME, revision, "")));
    }

    static Step proposed() {
        return Step.of(
                new AgreementAction.ProposeAgreement(
                        AGREEMENT,
                        "1.0",
                        PROPOSAL.title(),
                        TEXT,
                        TEXT_HASH,
                        FORM,
                        COMPILED_HASH,
                        PROPOSAL.terms(),
                        PROPOSAL.parties()),
                new StateEntry(StateKey.agreement(AGREEMENT, "1.0"), new AgreementState.Proposed(PROPOSAL)),
                new StateEntry(StateKey.document(TEXT_HASH), new DocumentState(TEXT)),
                new StateEntry(StateKey.document(COMPILED_HASH), new DocumentState(FORM)));
    }

    /** Another agreement, or another version of one, in any state that is made of its proposal. */
    static Step stands(
            String agreement, String version, Map<String, MemberId> parties, Function<Proposal, AgreementState> state) {
        Proposal proposal = new Proposal(
                new AgreementId(agreement),
                version,
                "The title of " + agreement,
                Hash.of(agreement + version),
                COMPILED_HASH,
                PROPOSAL.terms(),
                parties,
                RUNTIME);
        return Step.of(
                proposal.toSign(),
                new StateEntry(StateKey.agreement(proposal.agreement(), version), state.apply(proposal)));
    }

    static Step signed() {
        return agreement(PROPOSAL.toSign(), new AgreementState.Signed(PROPOSAL, signatures()));
    }

    static Step activated(Instant at) {
        return agreement(
                new AgreementAction.ActivateAgreement(AGREEMENT, "1.0"),
                new AgreementState.Active(PROPOSAL, signatures(), RUNTIME, at, Optional.empty(), List.of()));
    }

    private static final Instant COMMITTED = Instant.parse("2026-11-02T00:05:00Z");

    static Step suspended() {
        return agreement(
                new AgreementAction.SuspendAgreement(AGREEMENT, "1.0", "a fire"),
                new AgreementState.Suspended(
                        PROPOSAL,
                        signatures(),
                        RUNTIME,
                        ChainFixture.FIRST,
                        Optional.empty(),
                        List.of(),
                        ChainFixture.FIRST,
                        List.of()));
    }

    static Step ended() {
        return agreement(
                new AgreementAction.CloseAgreement(AGREEMENT, "1.0"),
                new AgreementState.Ended(
                        PROPOSAL,
                        signatures(),
                        RUNTIME,
                        ChainFixture.FIRST,
                        AgreementState.Ending.EXPIRED,
                        LocalDate.parse("2031-10-31"),
                        RUNTIME,
                        ChainFixture.FIRST,
                        Optional.empty(),
                        Optional.empty()));
    }

    static Step withdrawn() {
        return agreement(
                new AgreementAction.WithdrawAgreement(AGREEMENT, "1.0", "too dear"),
                new AgreementState.Withdrawn(PROPOSAL, signatures(), RUNTIME, "too dear"));
    }

    static Step settled(String from, int revision, String statement) {
        SettlementAction.CommitSettlement settlement = new SettlementAction.CommitSettlement(
                AGREEMENT,
                "1.0",
                "Month",
                LocalDate.parse(from),
                LocalDate.parse(from).plusMonths(1),
                revision,
                statement,
                Hash.of(statement),
                Hash.of("evidence"),
                3,
                COMPILED_HASH,
                "1.0.0",
                new StatementSummary(
                        List.of(new Payable(
                                1, "Client", "ESCO", new BigDecimal("12.50"), "EUR", LocalDate.of(2026, 12, 1))),
                        List.of(new GrantedPower("9.1", "Client"))));
        return Step.of(
                settlement,
                new StateEntry(
                        StateKey.settlement(AGREEMENT, "Month", settlement.from(), revision),
                        new SettlementState(settlement, RUNTIME, COMMITTED)),
                new StateEntry(
                        StateKey.settled(settlement.id()),
                        new SettledState(
                                settlement.id(),
                                settlement.version(),
                                settlement.to(),
                                COMMITTED,
                                settlement.summary())));
    }

    static Step held(String from, boolean released) {
        LocalDate day = LocalDate.parse(from);
        List<HoldReason> reasons = List.of(new HoldReason("readings-missing", "3 readings are missing"));
        HoldState state =
                new HoldState(AGREEMENT, "1.0", "Month", day, day.plusMonths(1), reasons, 3, RUNTIME, released);
        return Step.of(
                new SettlementAction.HoldSettlement(AGREEMENT, "1.0", "Month", day, day.plusMonths(1), reasons, 3),
                new StateEntry(StateKey.hold(AGREEMENT, "Month", day), state));
    }

    private static Step agreement(AgreementAction action, AgreementState state) {
        return Step.of(action, new StateEntry(StateKey.agreement(AGREEMENT, "1.0"), state));
    }

    private static List<PartySignature> signatures() {
        return List.of(new PartySignature(
                ESCO, RUNTIME, Instant.parse("2026-11-01T00:05:00Z"), new TransactionId(Hash.of("signing"))));
    }
}
