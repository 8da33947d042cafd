package io.smartblocks.ledger.transaction;

import static io.smartblocks.ledger.transaction.StrangersCheck.bytes;
import static io.smartblocks.ledger.transaction.StrangersCheck.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestVectorTests {

    private static final TestVectors PUBLISHED = published();

    @ParameterizedTest
    @MethodSource("singles")
    void text_id_and_signature_are_as_published(TestVectors.Single vector) {
        TransactionBody body = CanonicalJson.read(vector.text(), TransactionBody.class);
        Transaction signed = Transaction.signAll(List.of(body), new FixedSigner(body.signer()))
                .get(0);

        assertThat(body.canonicalText()).isEqualTo(vector.text());
        assertThat(signed.id().toString()).isEqualTo(vector.id());
        assertThat(signed.signature().value()).isEqualTo(vector.signature());
        assertThat(signed.signedWith(new FixedSigner(body.signer()).publicKey()))
                .isTrue();
        assertThat(CanonicalJson.read(CanonicalJson.write(signed), Transaction.class))
                .isEqualTo(signed);
    }

    @ParameterizedTest
    @MethodSource("singles")
    void a_stranger_finds_them_right(TestVectors.Single vector) throws GeneralSecurityException {
        StrangersCheck stranger = new StrangersCheck(PUBLISHED.key().publicKey());

        assertThat(Rfc8785.canonical(vector.text())).isEqualTo(vector.text());
        assertThat(StrangersCheck.sha256(vector.text())).isEqualTo(vector.id());
        assertThat(stranger.signed(leaf(bytes(vector.id())), vector.signature()))
                .isTrue();
        assertThat(stranger.signed(bytes(vector.id()), vector.signature())).isFalse();
    }

    @Test
    void a_stranger_finds_each_of_several_under_one_signature() throws GeneralSecurityException {
        TestVectors.Together together = PUBLISHED.together();
        StrangersCheck stranger = new StrangersCheck(PUBLISHED.key().publicKey());
        List<byte[]> leaves = together.transactions().stream()
                .map(each -> leaf(bytes(each.id())))
                .toList();

        assertThat(stranger.signed(bytes(together.root()), together.signature()))
                .isTrue();
        assertThat(StrangersCheck.root(leaves)).isEqualTo(bytes(together.root()));
        for (TestVectors.Proved each : together.transactions()) {
            assertThat(StrangersCheck.sha256(each.text())).isEqualTo(each.id());
            assertThat(rootOnTheWay(leaf(bytes(each.id())), each.path())).isEqualTo(bytes(together.root()));
            Transaction ours = new Transaction(
                    TransactionId.of(each.id()),
                    CanonicalJson.read(each.text(), TransactionBody.class),
                    new Signature(together.signature(), each.path()));
            assertThat(ours.signedWith(new FixedSigner(ours.body().signer()).publicKey()))
                    .isTrue();
        }
    }

    @Test
    void a_stranger_finds_the_block_right() throws GeneralSecurityException {
        TestVectors.Header block = PUBLISHED.block();
        StrangersCheck stranger = new StrangersCheck(PUBLISHED.key().publicKey());

        assertThat(Rfc8785.canonical(block.text())).isEqualTo(block.text());
        assertThat(StrangersCheck.sha256(block.text())).isEqualTo(block.hash());
        assertThat(stranger.signed(bytes(block.hash()), block.signature())).isTrue();
        for (TestVectors.Tree tree : List.of(block.transactions(), block.changes())) {
            List<byte[]> hashes = tree.leaves().stream()
                    .map(text -> leaf(text.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            assertThat(StrangersCheck.root(hashes)).isEqualTo(bytes(tree.root()));
            assertThat(rootOnTheWay(hashes.get(tree.path().index()), tree.path()))
                    .isEqualTo(bytes(tree.root()));
            assertThat(block.text()).contains("\"" + tree.root() + "\"");
        }
        assertThat(CanonicalJson.read(block.text(), BlockHeader.class).hash()).isEqualTo(new Hash(block.hash()));
    }

    @Test
    void every_action_is_published() {
        Set<String> published = new TreeSet<>();
        singles()
                .forEach(vector -> published.add(CanonicalJson.read(vector.text(), TransactionBody.class)
                        .payload()
                        .action()));

        assertThat(published)
                .as("add what is new to the file: mvn test -pl ledger-adapter/ledger-core -am -Dtest=TestVectorTests"
                        + " -Dsmartblocks.vectors=write -Dsurefire.failIfNoSpecifiedTests=false")
                .containsAll(RecordShape.family(Payload.class).keySet());
    }

    @Test
    void the_vector_in_the_documentation_is_the_first_of_them() throws IOException {
        TestVectors.Single first = PUBLISHED.transactions().get(0);

        for (String page : List.of("ledger.md", "ledger/canonical-form.md")) {
            assertThat(Files.readString(Path.of("..", "..", "docs").resolve(page)))
                    .as(page)
                    .contains(first.text() + "\nid: " + first.id() + "\nsignature: " + first.signature());
        }
    }

    static List<TestVectors.Single> singles() {
        return PUBLISHED.transactions();
    }

    /** What stands in the documentation; written there first where the build is told so. */
    private static TestVectors published() {
        if ("write".equals(System.getProperty("smartblocks.vectors"))) {
            VectorMaking.make().write();
        }
        return TestVectors.published();
    }

    private static byte[] rootOnTheWay(byte[] leafHash, InclusionPath path) {
        return StrangersCheck.rootOnTheWay(
                leafHash,
                path.index(),
                path.size(),
                path.beside().stream().map(Hash::bytes).toList());
    }
}
