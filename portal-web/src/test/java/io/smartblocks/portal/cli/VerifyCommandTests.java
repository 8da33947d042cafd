package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stranger verifies the settlements of the documented first site, and of copies in which somebody lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyCommandTests {

    @TempDir
    private static Path here;

    private Path data = Path.of(".");

    @BeforeAll
    void a_settled_and_co_signed_week() throws Exception {
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        data = here.resolve("site");
        assertThat(site.run(
                                "smartblocks member register quay-runtime --name \"Quay Bakery runtime\" --organisation bakery"
                                        + " --role runtime --machine --data site --as registrar"
                                        + " --password-file site/admin-password")
                        .exitCode())
                .isZero();
        Run due = site.run("smartblocks run-due --data site --until 2026-01-20T00:00:00Z");
        assertThat(due.out()).as(due.err()).contains("bakery Billing Week from 2026-01-05: CO_SIGNED for bakery");
    }

    @Test
    void one_period_an_agreement_and_all_are_the_same() {
        Run one = verify(data, "bakery", "2026-01-05");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out())
                .matches("bakery: Billing Week from 2026-01-05, revision 0, block \\d+: the same bytes, [0-9a-f]{64};"
                        + " settled by poolbeg, co-signed by bakery\n");
        assertThat(one.err()).contains("1 settlement in ", "1 the same, 0 different, 0 not verified; 1 co-signed.");
        assertThat(verify(data, "bakery").out()).isEqualTo(one.out());
        assertThat(verify(data, "--all").out()).isEqualTo(one.out());
        assertThat(verify(data, "bakery", "2026-01-05", "--revision", "0").out())
                .isEqualTo(one.out());
    }

    @Test
    void it_reads_beside_a_server_and_from_a_restored_backup() {
        String expected = verify(data, "--all").out();
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            long height = used.height();
            assertThat(verify(data, "--all").out()).isEqualTo(expected);
            assertThat(used.height()).isEqualTo(height);
        }
        Path restored = here.resolve("restored");
        Run.of("ledger", "backup", "--data", data, "--to", here.resolve("backup"));
        Run.of("ledger", "restore", "--from", here.resolve("backup"), "--to", restored);
        assertThat(verify(restored, "--all").out()).isEqualTo(expected);
    }

    @Test
    void a_report_for_programs_says_who_signed() {
        JsonNode report =
                new JsonMapper().readTree(verify(data, "--all", "--json").out());
        assertThat(report.at("/sound").asInt()).isEqualTo(1);
        assertThat(report.at("/settlements/0/result").asString()).isEqualTo("SAME");
        assertThat(report.at("/settlements/0/signed/0/what").asString()).isEqualTo("SETTLED");
        assertThat(report.at("/settlements/0/signed/0/organisation").asString()).isEqualTo("poolbeg");
        assertThat(report.at("/settlements/0/signed/1/what").asString()).isEqualTo("CO_SIGNED");
        assertThat(report.at("/settlements/0/signed/1/member").asString()).isEqualTo("quay-runtime");
        assertThat(report.at("/settlements/0/signed/1/holds").asBoolean()).isTrue();
    }

    @Test
    void a_cent_too_much_is_named_with_its_place_and_disputed_by_the_next_run() throws Exception {
        Path copy = copied("lying");
        committedWithACentMore(copy);

        Run found = verify(copy, "bakery", "2026-01-05", "--revision", "1");
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out())
                .contains("revision 1, ")
                .contains(
                        "different: lines[0].net is 76.02 on the ledger and 76.01 here; settled by poolbeg, not co-signed");
        assertThat(verify(copy, "bakery", "2026-01-05", "--revision", "0").exitCode())
                .isZero();

        Run due = Run.of("run-due", "--data", copy);
        assertThat(due.exitCode()).isEqualTo(1);
        assertThat(due.out()).contains("lines[0].net: 76.02 by the statement, 76.01 by us");
        assertThat(verify(copy, "--all").out())
                .contains("  bakery found a difference: lines[0].net: 76.02 by the statement, 76.01 by us");
        assertThat(Run.of("settlement", "show", "bakery", "2026-01-05", "--data", copy)
                        .out())
                .contains("computed differently by bakery (quay-runtime) at ");
    }

    @Test
    void a_signature_that_is_not_that_of_its_member_does_not_hold() {
        SettlementSignatures signatures = new SettlementSignatures();
        Signer stranger = Signer.of(new MemberId("poolbeg-runtime"), io.smartblocks.ledger.identity.KeyPair.generate());
        StoredBlocks.in(data.resolve("ledger")).forEach(0, stored -> {
            signatures.take(resigned(stored.block(), stranger));
            return true;
        });
        CommitSettlement settled = settled(data);
        assertThat(signatures.of(settled.id()))
                .extracting(SettlementSignatures.Signed::organisation, SettlementSignatures.Signed::holds)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("poolbeg", false),
                        org.assertj.core.groups.Tuple.tuple("bakery", true));
    }

    @Test
    void what_is_not_there_is_said_with_what_is() {
        assertThat(verify(data, "bakry").err()).contains("no settlement of agreement 'bakry'; did you mean 'bakery'?");
        assertThat(verify(data, "bakery", "2026-01-06").err())
                .contains("'bakery' has no settled period from '2026-01-06'; did you mean '2026-01-05'?");
        assertThat(verify(data, "bakery", "2026-01-05", "--revision", "3").err())
                .contains("The period has no revision '3'");
        assertThat(verify(data).exitCode()).isEqualTo(2);
        assertThat(verify(data).err()).contains("name an agreement", "--all");
        assertThat(verify(data, "bakery", "--all").exitCode()).isEqualTo(2);
        assertThat(verify(data, "bakery", "--revision", "1").exitCode()).isEqualTo(2);
    }

    private static Run verify(Path data, Object... more) {
        return Run.of(Stream.concat(Stream.of("verify", "--data", data), Stream.of(more))
                .toArray());
    }

    private Path copied(String name) throws Exception {
        Path copy = here.resolve(name);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(data.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static CommitSettlement settled(Path data) {
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            return ((SettlementState) ledger.states("settlement/").get(0).state()).settlement();
        }
    }

    private static void committedWithACentMore(Path data) {
        CommitSettlement honest = settled(data);
        String statement = honest.statement().replace("\"76.01\"", "\"76.02\"");
        CommitSettlement lie = new CommitSettlement(
                honest.agreement(),
                honest.version(),
                honest.period(),
                honest.from(),
                honest.to(),
                1,
                statement,
                Hash.of(statement),
                honest.evidenceDigest(),
                honest.asOfBlock(),
                honest.compiledHash(),
                honest.engine(),
                honest.summary());
        Clock clock = Clock.systemUTC();
        Signer runtime = new MachineKeys(data, clock).findOrMake(new MemberId("poolbeg-runtime"));
        try (Ledger ledger = LedgerHome.open(data, clock)) {
            assertThat(ledger.submit(Batch.of(Transaction.sign(
                                    ledger.id(), lie, new RequestKey("lie"), clock.instant(), runtime)))
                            .join())
                    .isInstanceOf(Submission.Committed.class);
        }
    }

    private static Block resigned(Block block, Signer signer) {
        List<CommittedBatch> batches = block.batches().stream()
                .map(batch -> new CommittedBatch(
                        batch.transactions().stream()
                                .map(each -> each.body().payload() instanceof CommitSettlement
                                        ? Transaction.signAll(List.of(each.body()), signer)
                                                .get(0)
                                        : each)
                                .toList(),
                        batch.writes()))
                .toList();
        return new Block(block.header(), block.signature(), batches);
    }
}
