package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.ElectronicAddress;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.document.Dossier.Party;
import io.smartblocks.portal.document.Dossier.Said;
import io.smartblocks.portal.document.Dossier.Settled;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.run.ProposalOf;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.settlement.Before;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles small agreements with the real engine, and gathers what their documents are made from. */
final class DossierFixture {

    static final long BLOCK = 7;
    private static final AgreementId ID = new AgreementId("worked");
    private static final MemberId HARBOUR = new MemberId("harbour");
    private static final MemberId NIMBUS = new MemberId("nimbus");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate CORRECTED_ON = LocalDate.of(2026, 6, 1);
    private static final String HEAD = """
            contract "Heat & <power>" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to %s.
            party Supplier is "Harbour Energy".
            party Client is "Nimbus Campus".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            """;

    static final Particulars SUPPLIER = particulars("Harbour Energy Services Ltd", "IE1234567FA", "700101");
    static final Particulars CLIENT = particulars("Nimbus Campus DAC", "IE7654321JA", "700102");

    private DossierFixture() {}

    static Particulars particulars(String name, String vatId, String registration) {
        return new Particulars(
                name,
                new PostalAddress(
                        Optional.of("1 Quay"), Optional.of("D01 H4C6"), "Dublin", Optional.of("Leinster"), "IE"),
                Optional.of(vatId),
                Optional.of(registration),
                Optional.of(new ElectronicAddress("9935", vatId)),
                Optional.of(new PaymentAccount(
                        "IE29AIBK93115212345678", Optional.of("AIBKIE2D"), Optional.of(name + " clients"))));
    }

    /** The settlement of March 2026 under an agreement with these sentences, in euro. */
    static Dossier of(String sentences) {
        return of("0.01 EUR", sentences);
    }

    static Dossier of(String money, String sentences) {
        return dossier(settled(money, sentences, Optional.empty()), Optional.empty(), money, sentences);
    }

    /** What is settled again after it was settled by other figures. */
    static Dossier corrected(String before, String now) {
        Settled first = settled("0.01 EUR", before, Optional.empty());
        return dossier(settled("0.01 EUR", now, Optional.of(first)), Optional.of(first), "0.01 EUR", now);
    }

    /** The same with other things said by the supplier and the client. */
    static Dossier saying(Dossier dossier, List<Said> supplier, List<Said> client) {
        return new Dossier(
                dossier.settled(),
                dossier.before(),
                dossier.transaction(),
                dossier.block(),
                dossier.agreement(),
                dossier.text(),
                Map.of(
                        "Supplier", new Party(HARBOUR, "Harbour Energy", supplier),
                        "Client", new Party(NIMBUS, "Nimbus Campus", client)));
    }

    private static Dossier dossier(Settled settled, Optional<Settled> before, String money, String sentences) {
        String text = text(money, sentences);
        ProposeAgreement proposal =
                ProposalOf.text(ID, text, agreement(text), Map.of("Supplier", HARBOUR, "Client", NIMBUS));
        Proposal signed = new Proposal(
                ID,
                "1.0",
                proposal.title(),
                proposal.textHash(),
                proposal.compiledHash(),
                proposal.terms(),
                proposal.parties(),
                HARBOUR);
        Dossier bare = new Dossier(
                settled,
                before,
                new TransactionId(Hash.of("transaction")),
                BLOCK,
                signed,
                SignedTexts.read(signed, text),
                Map.of());
        return saying(bare, List.of(new Said(3, SUPPLIER)), List.of(new Said(4, CLIENT)));
    }

    private static Settled settled(String money, String sentences, Optional<Settled> before) {
        Agreement agreement = agreement(text(money, sentences));
        SettlementPeriod period =
                new SettlementPeriod("Month", 3, FROM, FROM.plusMonths(1), ZoneId.of("Europe/Dublin"));
        Case first = new Case(agreement, period, Evidence.asOf(5).build());
        Outcome outcome = new SettlementEngine()
                .settle(before.map(DossierFixture::standing)
                        .map(first::correcting)
                        .orElse(first));
        if (!(outcome instanceof Outcome.Settled done)) {
            throw new AssertionError("not settled: " + outcome);
        }
        Settlement settlement = done.settlement();
        return new Settled(
                new CommitSettlement(
                        ID,
                        "1.0",
                        "Month",
                        FROM,
                        FROM.plusMonths(1),
                        before.isPresent() ? 1 : 0,
                        new String(settlement.canonicalJson(), UTF_8),
                        new Hash(settlement.sha256()),
                        new Hash(settlement.statement().evidenceDigest()),
                        5,
                        Hash.of("compiled"),
                        "1.0.0",
                        StatementSummary.EMPTY),
                settlement.statement());
    }

    private static Before standing(Settled first) {
        return Before.of(0, first.commit().statementHash().value(), first.statement(), CORRECTED_ON);
    }

    private static String text(String money, String sentences) {
        return HEAD.formatted(money)
                + sentences.replaceAll("(?m)^  (Client|Supplier) shall", "  for each Month, $1 shall");
    }

    private static Agreement agreement(String text) {
        var compiled = AgreementCompiler.compile(new SourceText("worked", text));
        return compiled.agreement().orElseThrow(() -> new AssertionError(compiled.toString() + "\n" + text));
    }
}
