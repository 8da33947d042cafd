package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on a small ledger, and members who act on it one after another. */
final class World {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final AgreementId AGREEMENT = new AgreementId("campus-supply");
    static final String FORM = "{\"format\":1}";
    static final Hash COMPILED = Hash.of(FORM);
    static final Cycle MONTH =
            new Cycle("Month", LocalDate.of(2026, 10, 1), new CalendarSpan(1, CalendarSpan.Unit.MONTH));
    static final LedgerTerms TERMS = new LedgerTerms(
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2031, 9, 30),
            ZoneId.of("Europe/Dublin"),
            "EUR",
            Optional.empty(),
            List.of(MONTH),
            List.of(),
            List.of(new Owed("4.1", "Owner", List.of("ESCO"), List.of(MONTH), true)),
            List.of(
                    new DisputeRight(
                            "12", "ESCO", Optional.of(CalendarSpan.days(30)), Optional.empty(), Optional.empty()),
                    new DisputeRight(
                            "12", "Owner", Optional.of(CalendarSpan.days(30)), Optional.empty(), Optional.empty())),
            List.of());
    static final String TEXT = "contract \"Campus supply\" version 1.0.";

    private static final KeyPair KEY = KeyPair.generate();

    private final StateOverlay states;
    private final List<Transaction> asked = new ArrayList<>();
    private int requests;
    private Instant now = NOON;

    World() {
        this(new Nothing());
    }

    private World(StateView base) {
        states = new StateOverlay(base);
    }

    /** Another world in which all of this happened, and which goes on by itself. */
    World fork() {
        World fork = new World(states);
        fork.now = now;
        fork.requests = requests;
        fork.asked.addAll(asked);
        return fork;
    }

    /** A ledger with a registrar only. */
    static World founded() {
        World world = new World();
        world.must("registrar", new FoundLedger("Campus", new MemberId("registrar"), "Registrar", KEY.publicKey()));
        return world;
    }

    /** A ledger with all members that the tests speak of. */
    static World peopled() {
        World world = founded();
        world.organisation("esco-1", Role.ESCO);
        world.organisation("owner-1", Role.OWNER);
        world.organisation("grid", Role.METER_OPERATOR);
        world.organisation("exchange", Role.INDEX_PUBLISHER);
        world.organisation("stranger", Role.ESCO, Role.METER_OPERATOR, Role.INDEX_PUBLISHER, Role.RUNTIME);
        world.person("eve", "esco-1", Role.SIGNATORY);
        world.person("otto", "owner-1", Role.SIGNATORY);
        world.person("clerk", "owner-1");
        world.person("robot", "esco-1", Role.RUNTIME);
        world.person("reader", "grid", Role.METER_OPERATOR);
        world.person("helper", "grid");
        return world;
    }

    /** The peopled ledger on which the agreement is in force. */
    static World withActiveAgreement() {
        World world = peopled();
        world.must("eve", proposal(TEXT));
        world.must("eve", signature(TEXT));
        world.must("otto", signature(TEXT));
        world.must("eve", new ActivateAgreement(AGREEMENT, "1.0"));
        return world;
    }

    static ProposeAgreement proposal(String text) {
        return proposal("1.0", text, TERMS);
    }

    static ProposeAgreement proposal(String version, String text, LedgerTerms terms) {
        return new ProposeAgreement(
                AGREEMENT,
                version,
                "Campus supply",
                text,
                Hash.of(text),
                FORM,
                COMPILED,
                terms,
                Map.of("ESCO", new MemberId("esco-1"), "Owner", new MemberId("owner-1")));
    }

    static SignAgreement signature(String text) {
        return proposal(text).toSign();
    }

    /** The settlement of the days of a month, with a statement of its own for each revision. */
    static CommitSettlement settlement(
            String version, LocalDate from, LocalDate to, int revision, StatementSummary summary) {
        String statement = "{\"revision\":" + revision + "}";
        return new CommitSettlement(
                AGREEMENT,
                version,
                MONTH.name(),
                from,
                to,
                revision,
                statement,
                Hash.of(statement),
                Hash.of("evidence"),
                0,
                COMPILED,
                "1.0.0",
                summary);
    }

    /** What the families say when the member asks for it; it happens when they allow it. */
    Decision ask(String member, Payload payload) {
        Transaction transaction = request(member, payload);
        asked.add(transaction);
        Decision decision = Families.apply(transaction, states, now);
        if (decision instanceof Decision.Applied applied) {
            states.write(applied.changes().writes());
        }
        return decision;
    }

    /** The member's next request, which is not made yet. */
    Transaction request(String member, Payload payload) {
        Signer signer = Signer.of(new MemberId(member), KEY);
        return Transaction.sign(ledger(payload), payload, new RequestKey("r" + requests++), now, signer);
    }

    /** All that was asked for, in this order, each as of the time at which it was. */
    List<Transaction> asked() {
        return List.copyOf(asked);
    }

    /** From now on it is this time. */
    void at(Instant later) {
        now = later;
    }

    private LedgerId ledger(Payload payload) {
        return payload instanceof FoundLedger
                ? LedgerId.NONE
                : states.state(StateKey.ledger(), LedgerState.class)
                        .map(LedgerState::id)
                        .orElse(LedgerId.NONE);
    }

    void must(String member, Payload payload) {
        if (ask(member, payload) instanceof Decision.Refused refused) {
            throw new AssertionError(refused.code() + ": " + refused.message());
        }
    }

    <S extends State> S at(StateKey key, Class<S> type) {
        return states.state(key, type).orElseThrow();
    }

    StateView states() {
        return states;
    }

    List<StateEntry> all() {
        return states.writes();
    }

    void organisation(String id, Role... roles) {
        person(id, id, roles);
    }

    void person(String id, String organisation, Role... roles) {
        must(
                "registrar",
                new RegisterMember(new MemberId(id), id, new MemberId(organisation), Set.of(roles), KEY.publicKey()));
    }

    static KeyPair key() {
        return KEY;
    }

    static final class Nothing implements StateView {
        @Override
        public Optional<State> state(StateKey key) {
            return Optional.empty();
        }

        @Override
        public List<StateEntry> states(String prefix) {
            return List.of();
        }
    }
}
