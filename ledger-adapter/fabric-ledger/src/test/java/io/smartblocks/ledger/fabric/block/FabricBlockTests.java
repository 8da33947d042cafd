package io.smartblocks.ledger.fabric.block;

import static io.smartblocks.ledger.fabric.block.ChannelFixture.GENESIS;
import static io.smartblocks.ledger.fabric.block.ChannelFixture.call;
import static io.smartblocks.ledger.fabric.block.ChannelFixture.envelope;
import static io.smartblocks.ledger.fabric.block.ChannelFixture.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.smartblocks.ledger.fabric.block.Content.Configuration;
import io.smartblocks.ledger.fabric.block.Content.Invocation;
import io.smartblocks.ledger.fabric.block.Content.Unread;
import io.smartblocks.ledger.fabric.standin.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.junit.jupiter.api.Test;

class FabricBlockTests {

    private static final int VALID = 0;
    private static final int BAD_PAYLOAD = 2;
    private static final int MVCC_READ_CONFLICT = 11;

    private static final Block CALLED = second(new int[] {VALID}, call("move", "m1", "Annexe"));

    @Test
    void the_first_block_tells_who_belongs_to_the_channel() {
        FabricBlock block = FabricBlock.read(GENESIS.toByteArray());

        assertThat(block.number()).isZero();
        assertThat(block.previousHash()).isEmpty();
        FabricTransaction transaction = block.transactions().get(0);
        assertThat(transaction.type()).isEqualTo("CONFIG");
        assertThat(transaction.valid()).isTrue();
        assertThat(transaction.creator()).isEmpty();
        assertThat(transaction.claimedAt()).contains(ChannelFixture.NOON);
        assertThat(transaction.content())
                .isEqualTo(new Configuration(
                        0, List.of("EscoMSP", "OwnerMSP"), List.of("OrdererMSP"), List.of("V2_0", "V2_5")));
    }

    @Test
    void a_block_names_the_one_before_by_the_hash_of_its_header() {
        FabricBlock first = FabricBlock.read(GENESIS.toByteArray());
        FabricBlock block = FabricBlock.read(CALLED.toByteArray());

        assertThat(block.previousHash()).contains(first.hash());
        assertThat(block.following(first)).isSameAs(block);
        assertThat(block.orderers())
                .extracting(ChannelIdentity::msp, ChannelIdentity::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OrdererMSP", "CN=orderer0,OU=orderer,O=OrdererMSP"));
        assertThat(block.commitHash()).isPresent();
    }

    @Test
    void a_header_has_the_hash_that_fabric_gives_it() {
        assertThat(FabricBlock.read(CALLED.toByteArray()).hash().bytes())
                .isEqualTo(Blocks.headerHash(CALLED.getHeader()).toByteArray());
    }

    @Test
    void a_block_of_another_chain_is_told_apart() {
        FabricBlock first = FabricBlock.read(GENESIS.toByteArray());
        Block other = Blocks.configuration("other", List.of("EscoMSP"), "OrdererMSP", ChannelFixture.NOON);
        FabricBlock stranger = FabricBlock.read(other.toByteArray());
        FabricBlock block = FabricBlock.read(CALLED.toByteArray());

        assertThatThrownBy(() -> block.following(stranger))
                .isInstanceOf(MalformedBlock.class)
                .hasMessageContaining("block 1")
                .hasMessageContaining(stranger.hash().value());
        assertThatThrownBy(() -> first.following(block)).hasMessageContaining("expected block 2");
    }

    @Test
    void a_call_is_told_with_who_asked_for_it_and_who_vouched() {
        FabricTransaction transaction =
                FabricBlock.read(CALLED.toByteArray()).transactions().get(0);
        Invocation call = transaction.invocation().orElseThrow();

        assertThat(transaction.id()).isEqualTo("tx-1");
        assertThat(transaction.channel()).isEqualTo("energy");
        assertThat(transaction.creator().orElseThrow().subject()).isEqualTo("CN=portal,OU=client,O=EscoMSP");
        assertThat(call.endorsers()).extracting(ChannelIdentity::msp).containsExactly("EscoMSP", "OwnerMSP");
        assertThat(call.function()).isEqualTo("move");
        assertThat(call.arguments()).extracting(Octets::text).containsExactly("m1", "Annexe");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.answer().text()).isEqualTo("done");
        assertThat(call.event()).contains(new Content.Event("moved", octets("m1")));
        assertThat(call.shown(4)).isEqualTo("smartblocks: move(m1, Anne… (6 bytes))");
    }

    @Test
    void what_a_call_read_and_wrote_is_told_with_versions() {
        Invocation call = FabricBlock.read(CALLED.toByteArray())
                .transactions()
                .get(0)
                .invocation()
                .orElseThrow();
        KeyRead first = new KeyRead("meter/m1", Optional.of(new Version(7, 2)));

        assertThat(call.access())
                .containsExactly(new NamespaceAccess(
                        "smartblocks",
                        List.of(first, new KeyRead("meter/m2", Optional.empty())),
                        List.of(new RangeRead("meter/", "meter0", true, List.of(first))),
                        List.of(
                                new KeyWrite("meter/m1", Optional.of(octets("{}"))),
                                new KeyWrite("meter/m0", Optional.empty())),
                        List.of(new KeyMetadata("meter/m1", Map.of(KeyMetadata.POLICY, octets("who")))),
                        List.of()));
    }

    @Test
    void what_the_peers_refused_is_told_as_such_and_may_be_anything() {
        Block block = second(
                new int[] {MVCC_READ_CONFLICT, BAD_PAYLOAD, 77},
                call("move", "m1", "Attic"),
                ByteString.copyFromUtf8("rubbish"),
                envelope(HeaderType.MESSAGE, ByteString.EMPTY));
        List<FabricTransaction> transactions =
                FabricBlock.read(block.toByteArray()).transactions();

        assertThat(transactions)
                .extracting(FabricTransaction::validation)
                .containsExactly("MVCC_READ_CONFLICT", "BAD_PAYLOAD", "CODE_77");
        assertThat(transactions).noneMatch(FabricTransaction::valid);
        assertThat(transactions.get(1).content())
                .isInstanceOfSatisfying(
                        Unread.class,
                        unread -> assertThat(unread.why()).contains("block 1, transaction 1: its envelope"));
        assertThat(transactions.get(2).content()).isInstanceOf(Unread.class);
    }

    @Test
    void what_is_called_valid_and_cannot_be_read_is_an_error_that_names_the_place() {
        Block block = second(new int[] {VALID, VALID}, call("ready"), ByteString.copyFromUtf8("rubbish"));

        assertThatThrownBy(() -> FabricBlock.read(block.toByteArray()))
                .isInstanceOf(MalformedBlock.class)
                .hasMessageContaining("block 1, transaction 1: its envelope cannot be read");
    }

    @Test
    void changed_data_are_found_by_their_hash() {
        Block changed = CALLED.toBuilder()
                .setData(BlockData.newBuilder().addData(call("move", "m1", "Attic")))
                .build();

        assertThatThrownBy(() -> FabricBlock.read(changed.toByteArray()))
                .isInstanceOf(MalformedBlock.class)
                .hasMessageContaining("block 1")
                .hasMessageContaining("changed after it was made");
    }

    @Test
    void a_block_without_the_word_of_a_peer_is_not_read() {
        Block unchecked = Blocks.next(GENESIS, List.of(call("ready")), ChannelFixture.ORDERER);

        assertThatThrownBy(() -> FabricBlock.read(unchecked.toByteArray()))
                .hasMessageContaining("tells of 0 transactions whether they are valid, and holds 1");
    }

    @Test
    void bytes_that_are_no_block_are_a_clear_error() {
        assertThatThrownBy(() -> FabricBlock.read("no block".getBytes()))
                .hasMessageContaining("are no block of Fabric");
        assertThatThrownBy(() -> FabricBlock.read(new byte[0])).hasMessageContaining("header or data are missing");
    }

    @Test
    void damaged_bytes_never_end_in_another_error() {
        byte[] whole = CALLED.toByteArray();
        Random random = new Random(35);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged =
                    i < whole.length && i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                FabricBlock.read(damaged);
            } catch (MalformedBlock told) {
                assertThat(told).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void octets_are_cut_and_their_controls_replaced() {
        assertThat(octets("a\u0000b\nc").shown(10)).isEqualTo("a|b|c");
        assertThat(octets("x".repeat(1_000_000)).shown(5)).isEqualTo("xxxxx… (1000000 bytes)");
        assertThat(octets("\uD83C\uDF1E\uD83C\uDF1E").shown(3)).isEqualTo("\uD83C\uDF1E… (8 bytes)");
        assertThat(Octets.of(new byte[] {(byte) 0xff, 1}).shown(10)).isEqualTo("0xff01");
        assertThat(Octets.of(new byte[] {(byte) 0xff, 1, 2}).shown(4)).isEqualTo("0xff01… (3 bytes)");
    }

    private static Octets octets(String text) {
        return new Octets(ByteString.copyFromUtf8(text));
    }
}
