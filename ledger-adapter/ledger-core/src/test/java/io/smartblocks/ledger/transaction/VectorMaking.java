package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** Makes the published examples: some that show one rule of the form each, and one of every action. */
final class VectorMaking {

    private static final String NOON = "2026-11-02T12:00:00Z";
    private static final AgreementId AGREEMENT = new AgreementId("campus-supply");
    private static final IndexId GAS = new IndexId("exchange/gas-index");

    private final List<TestVectors.Single> singles = new ArrayList<>();
    private final List<Transaction> signed = new ArrayList<>();
    private LedgerId ledger = LedgerId.NONE;

    static TestVectors make() {
        VectorMaking making = new VectorMaking();
        making.rules();
        making.everyAction();
        return new TestVectors(
                "Examples of canonical text, ids, signatures and blocks; canonical-form.md beside this file explains them.",
                new TestVectors.Key(FixedSigner.SEED, FixedSigner.PUBLIC_KEY),
                making.singles,
                making.together(),
                making.block());
    }

    private void rules() {
        MemberId registrar = new MemberId("registrar");
        single(
                "the registrar founds a ledger, which has no id yet",
                new FoundLedger("Campus", registrar, "Registrar", new FixedSigner(registrar).publicKey()),
                NOON);
        ledger = LedgerId.of(signed.get(0));
        single(
                "a reading that is missing is null",
                new RecordReadings(ReadingsPage.of(
                        new MeterId("IE-9001/heat"),
                        LocalDate.parse("2026-10-25"),
                        ZoneId.of("Europe/Dublin"),
                        new Interval("P1D"),
                        "kWh",
                        3,
                        Arrays.asList((Long) null))),
                "2026-10-26T00:05:00.250Z");
        single("decimals are texts that keep their digits", values("0.0400", "0", "-0.5", "120000"), NOON);
        single(
                "a decimal has up to 30 digits on each side of its point",
                values("123456789012345678901234567890.000000000000000000000000000001"),
                NOON);
        single("names are in the order of their UTF-16 code units", parties(), NOON);
        single(
                "what is optional and absent is not written, a list without items is",
                (Payload) new RecordBuilding(new SampleLeaves(false)).build(ApplyForMembership.class),
                NOON);
        for (String time :
                List.of("2026-11-02T12:00:00.250Z", "2026-11-02T12:00:00.000001Z", "2026-11-02T12:00:00.123456789Z")) {
            single("an instant has 0, 3, 6 or 9 digits of a second", values("1"), time);
        }
        single(
                "letters beyond ASCII stand as they are, also those of two code units",
                reason("Gr\u00f6\u00dfe \u20ac \u4e2d \ud83d\ude00 \u0080\u2028"),
                NOON);
        single(
                "control characters, quotes and backslashes are escaped",
                reason("\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u007f"),
                NOON);
    }

    /** The parties have the names of the example in RFC 8785, section 3.2.3. */
    private static Payload parties() {
        String proposal = CanonicalJson.write(new RecordBuilding(new SampleLeaves(true)).build(ProposeAgreement.class));
        String names = """
                "parties":{"\u20ac":"euro","\\r":"return","\ufb33":"dalet","1":"one",\
                "\ud83d\ude00":"smiley","\u0080":"control","\u00f6":"latin"}""";
        return CanonicalJson.read(
                proposal.replaceFirst("\"parties\":\\{[^}]*}", Matcher.quoteReplacement(names)), Payload.class);
    }

    private void everyAction() {
        RecordBuilding building = new RecordBuilding(new SampleLeaves(true));
        new TreeMap<>(RecordShape.family(Payload.class))
                .forEach((name, type) -> single(name, (Payload) building.build(type), NOON));
    }

    private static PublishIndexValues values(String... decimals) {
        List<IndexValue> values = new ArrayList<>();
        for (String decimal : decimals) {
            LocalDate from = LocalDate.parse("2026-10-01").plusDays(values.size());
            values.add(new IndexValue(from, from.plusDays(1), new BigDecimal(decimal)));
        }
        return new PublishIndexValues(GAS, values);
    }

    private static Payload reason(String reason) {
        IndexValue value = values("1").values().get(0);
        return new CorrectIndexValue(GAS, value, reason);
    }

    private void single(String name, Payload payload, String statedAt) {
        MemberId signer = new MemberId("registrar");
        TransactionBody body = new TransactionBody(
                ledger,
                payload,
                signer,
                new RequestKey(singles.isEmpty() ? "found" : Slug.of(name)),
                Instant.parse(statedAt));
        Transaction transaction =
                Transaction.signAll(List.of(body), new FixedSigner(signer)).get(0);
        signed.add(transaction);
        singles.add(new TestVectors.Single(
                name,
                body.canonicalText(),
                transaction.id().toString(),
                transaction.signature().value()));
    }

    private TestVectors.Together together() {
        MemberId one = new MemberId("registrar");
        List<TransactionBody> bodies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Payload payload = new WithdrawAgreement(AGREEMENT, "1." + i, "replaced");
            bodies.add(new TransactionBody(ledger, payload, one, new RequestKey("together-" + i), Instant.parse(NOON)));
        }
        List<Transaction> transactions = Transaction.signAll(bodies, new FixedSigner(one));
        return new TestVectors.Together(
                transactions.stream()
                        .map(each -> new TestVectors.Proved(
                                each.body().canonicalText(),
                                each.id().toString(),
                                each.signature().path()))
                        .toList(),
                transactions.get(0).signedRoot().value(),
                transactions.get(0).signature().value());
    }

    private TestVectors.Header block() {
        MemberId node = new MemberId("ledger-node");
        MemberId registrar = new MemberId("registrar");
        List<CommittedBatch> batches = List.of(
                new CommittedBatch(
                        signed.subList(0, 1),
                        List.of(new StateEntry(StateKey.ledger(), new LedgerState(ledger, "Campus", registrar)))),
                new CommittedBatch(
                        signed.subList(1, 3),
                        List.of(new StateEntry(
                                StateKey.index(GAS),
                                new IndexState(GAS, new MemberId("exchange"), "Gas", "EUR per kWh")))));
        MerkleTree transactions = Block.transactionTree(batches);
        MerkleTree changes = Block.changeTree(batches);
        BlockHeader header = new BlockHeader(
                0,
                Instant.parse(NOON),
                Hash.NONE,
                transactions.root(),
                changes.root(),
                node,
                new FixedSigner(node).publicKey());
        return new TestVectors.Header(
                CanonicalJson.write(header),
                header.hash().value(),
                Base64.getEncoder()
                        .encodeToString(new FixedSigner(node).sign(header.hash().bytes())),
                tree(Block.transactionLeaves(batches), transactions, 2),
                tree(Block.changeLeaves(batches), changes, 1));
    }

    private static TestVectors.Tree tree(List<byte[]> leaves, MerkleTree tree, int proved) {
        return new TestVectors.Tree(
                leaves.stream()
                        .map(leaf -> new String(leaf, StandardCharsets.UTF_8))
                        .toList(),
                tree.root().value(),
                tree.pathOf(proved));
    }
}
