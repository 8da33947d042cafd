package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ESCO and an owner, each with a signatory and a runtime, and an agreement between them that settles months. */
final class Parties {

    static final Signer ESCO = signer("esco");
    static final Signer OWNER = signer("owner");
    static final Signer OTTO = signer("otto");
    static final Signer CLERK = signer("clerk");
    static final Signer ROBOT = signer("robot");
    static final AgreementId AGREEMENT = new AgreementId("campus-supply");

    private static final Cycle MONTH =
            new Cycle("Month", LocalDate.of(2026, 1, 1), new CalendarSpan(1, CalendarSpan.Unit.MONTH));
    private static final LedgerTerms TERMS = new LedgerTerms(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2030, 12, 31),
            ZoneId.of("Europe/Dublin"),
            "EUR",
            Optional.empty(),
            List.of(MONTH),
            List.of(),
            List.of(new Owed("4.1", "Owner", List.of("ESCO"), List.of(MONTH), true)),
            List.of(new DisputeRight(
                    "12", "Owner", Optional.of(CalendarSpan.days(30)), Optional.empty(), Optional.empty())),
            List.of());
    private static final String TEXT = "contract \"Campus supply\" version 1.0.";
    private static final String FORM = "{\"format\":1}";

    private Parties() {}

    private static Signer signer(String member) {
        return Signer.of(new MemberId(member), KeyPair.generate());
    }

    /** A channel on which they stand as members. */
    static FakeFabric members(String... msps) {
        FakeFabric fabric = new FakeFabric(msps);
        submit(fabric, msps[0], Campus.founding(), Campus.operatorJoins());
        submit(
                fabric,
                msps[0],
                register(ESCO, ESCO.member(), Role.ESCO),
                register(OWNER, OWNER.member(), Role.OWNER),
                register(OTTO, OWNER.member(), Role.SIGNATORY),
                register(CLERK, OWNER.member()),
                register(ROBOT, ESCO.member(), Role.RUNTIME));
        return fabric;
    }

    /** Both organisations bound to the providers of the channel. */
    static void bind(FakeFabric fabric) {
        fabric.commit(fabric.call("EscoMSP", NOON, Functions.BIND, binding(ESCO, ESCO.member(), "EscoMSP", NOON)));
        fabric.commit(fabric.call("OwnerMSP", NOON, Functions.BIND, binding(OTTO, OWNER.member(), "OwnerMSP", NOON)));
    }

    static String binding(Signer signer, MemberId organisation, String msp, Instant at) {
        Binding binding = new Binding(Campus.ID, organisation, msp, signer.member(), at);
        return CanonicalJson.write(SignedBinding.sign(binding, signer));
    }

    private static Transaction register(Signer member, MemberId organisation, Role... roles) {
        return Campus.sign(
                "register-" + member.member(),
                new RegisterMember(
                        member.member(), member.member().value(), organisation, Set.of(roles), member.publicKey()),
                Campus.REGISTRAR);
    }

    /** The agreement, from its proposal to its coming into force. */
    static List<Transaction> agreement() {
        ProposeAgreement proposal = new ProposeAgreement(
                AGREEMENT,
                "1.0",
                "Campus supply",
                TEXT,
                Hash.of(TEXT),
                FORM,
                Hash.of(FORM),
                TERMS,
                Map.of("ESCO", ESCO.member(), "Owner", OWNER.member()));
        return List.of(
                Campus.sign("propose", proposal, ESCO),
                Campus.sign("sign", proposal.toSign(), ESCO),
                Campus.sign("sign", proposal.toSign(), OTTO),
                Campus.sign("activate", new ActivateAgreement(AGREEMENT, "1.0"), ESCO));
    }

    /** The settlement of a month of 2026. */
    static Transaction settlement(int month, int revision) {
        LocalDate from = LocalDate.of(2026, month, 1);
        String statement = "{\"month\":" + month + ",\"revision\":" + revision + "}";
        Payload commit = new CommitSettlement(
                AGREEMENT,
                "1.0",
                "Month",
                from,
                from.plusMonths(1),
                revision,
                statement,
                Hash.of(statement),
                Hash.of("evidence"),
                0,
                Hash.of(FORM),
                "1.0.0",
                new StatementSummary(
                        List.of(new Payable(1, "Owner", "ESCO", new BigDecimal("100.00"), "EUR", from.plusMonths(2))),
                        List.of()));
        return Campus.sign("settle-" + month + "-" + revision, commit, ROBOT);
    }

    static FakeFabric.Outcome submit(FakeFabric fabric, String msp, Transaction... transactions) {
        return fabric.submit(msp, NOON, Batch.of(transactions), fabric.channel().height());
    }
}
