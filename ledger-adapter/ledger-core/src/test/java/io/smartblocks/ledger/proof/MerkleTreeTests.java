package io.smartblocks.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTests {

    // the leaves and roots with which implementations of RFC 6962 are commonly tested
    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void roots_are_those_of_rfc_6962(int count, String root) {
        assertThat(MerkleTree.over(LEAVES.subList(0, count)).root()).isEqualTo(new Hash(root));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13, 100})
    void every_leaf_has_a_path_to_the_root_and_no_other_leaf_takes_it(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(new byte[] {(byte) i});
        }
        MerkleTree tree = MerkleTree.over(leaves);
        for (int i = 0; i < count; i++) {
            InclusionPath path = tree.pathOf(i);
            assertThat(path.leads(leaves.get(i), tree.root())).isTrue();
            assertThat(path.leads(new byte[] {(byte) -1}, tree.root())).isFalse();
        }
    }

    @Test
    void a_path_that_does_not_fit_its_tree_is_no_path() {
        assertThatThrownBy(() -> new InclusionPath(0, 2, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionPath(2, 2, List.of(Hash.NONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
