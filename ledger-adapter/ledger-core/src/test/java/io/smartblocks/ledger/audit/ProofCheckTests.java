package io.smartblocks.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofCheckTests {

    private final ChainFixture chain = new ChainFixture();

    @Test
    void a_transaction_is_proved_with_the_key_that_its_signer_had() {
        ProofFindings findings = ProofCheck.check(Proof.read(chain.proofOf(2, 4).text()), Known.NOTHING);

        assertThat(findings.faults()).isEmpty();
        assertThat(String.join("\n", findings.proved()))
                .contains("'operator' asked for register-meter under the request key 'm4'")
                .contains(
                        "It stands in block 2, made at 2026-11-02T12:02:00Z by 'node', in batch 1 as transaction 5 of 8")
                .contains("Block 1 of 2026-11-02T12:01:00Z wrote it as the key of 'operator'")
                .contains("this one in place 5 of 7")
                .contains(chain.blocks.get(2).hash().value());
        assertThat(String.join("\n", findings.open()))
                .contains("compare the hash of block 2 with another party")
                .contains("not replaced between block 1 and block 2")
                .contains("--node-key");
    }

    @Test
    void every_transaction_and_every_write_can_be_proved() {
        chain.blocks.forEach(block -> {
            block.transactions()
                    .forEach(transaction -> assertThat(ProofCheck.check(
                                            Proof.of(
                                                    ProvedIn.block(block)
                                                            .transaction(transaction.id())
                                                            .orElseThrow(),
                                                    Optional.empty(),
                                                    List.of(SignedHeader.of(block))),
                                            Known.NOTHING)
                                    .faults())
                            .isEmpty());
            block.writes()
                    .forEach(write -> assertThat(ProofCheck.check(
                                            Proof.of(
                                                    ProvedIn.block(block)
                                                            .state(write.key())
                                                            .orElseThrow(),
                                                    Optional.empty(),
                                                    List.of(SignedHeader.of(block))),
                                            Known.NOTHING)
                                    .faults())
                            .isEmpty());
        });
    }

    @Test
    void the_last_write_of_a_block_is_the_one_that_stands_after_it() {
        Proved state = ProvedIn.block(chain.blocks.get(2))
                .state(StateKey.meter(new MeterId("m3")))
                .orElseThrow();

        assertThat(state.batch()).isEqualTo(1);
        ProofFindings findings = ProofCheck.check(Proof.of(state, Optional.empty(), chain.headers(2)), Known.NOTHING);
        assertThat(findings.proved().get(0))
                .startsWith("Under 'meter/m3' the block wrote: ")
                .contains("Annexe");
        assertThat(findings.open()).anyMatch(open -> open.startsWith("That it stands there still"));
    }

    @Test
    void headers_and_the_hash_of_the_newest_link_the_block_to_the_chain_that_others_hold() {
        Known known = new Known(
                Optional.of(chain.run()), Optional.of(chain.blocks.get(3).hash()), Optional.of(chain.node.publicKey()));
        ProofFindings findings = ProofCheck.check(chain.proofOf(2, 0), known);

        assertThat(findings.faults()).isEmpty();
        assertThat(String.join("\n", findings.proved()))
                .contains("The headers that you gave follow one another from block 0 to block 3")
                .contains("They lead to the hash that you know")
                .contains("The key of the block is the one that you know");
        assertThat(String.join("\n", findings.open())).doesNotContain("--head", "--node-key");
    }

    @Test
    void a_proof_may_bring_the_headers_itself() {
        Proof linked = withHeaders(chain.headers(1, 2, 3));

        assertThat(ProofCheck.check(linked, head(3)).faults()).isEmpty();
        assertThat(ProofCheck.check(linked, head(2)).faults())
                .singleElement()
                .asString()
                .contains("and not");
        assertThat(ProofCheck.check(withHeaders(chain.headers(1, 3)), head(3)).faults())
                .anyMatch(fault -> fault.contains("nothing links block 1 to block 3"))
                .anyMatch(fault -> fault.contains("no header of block 2"));
    }

    @Test
    void another_chain_and_another_node_are_told() {
        ChainFixture other = new ChainFixture();

        assertThat(ProofCheck.check(
                                chain.proofOf(2, 0),
                                new Known(Optional.of(other.run()), Optional.empty(), Optional.empty()))
                        .faults())
                .contains("block 2 of the proof is not the one in the headers that you gave");
        assertThat(ProofCheck.check(
                                chain.proofOf(2, 0),
                                new Known(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(KeyPair.generate().publicKey())))
                        .faults())
                .singleElement()
                .asString()
                .contains("and not with the node's");
        assertThat(ProofCheck.check(
                                chain.proofOf(2, 0),
                                new Known(Optional.of(new HeaderRun(Set.of())), Optional.empty(), Optional.empty()))
                        .faults())
                .contains("the headers that you gave are none; the proof needs block 1");
    }

    @Test
    void a_key_of_another_member_or_of_later_proves_nothing() {
        Proof honest = chain.proofOf(2, 0);
        Proof others = Proof.of(
                honest.proved(),
                ProvedIn.block(chain.blocks.get(0)).state(StateKey.member(chain.registrar.member())),
                chain.headers(0, 2));

        assertThat(ProofCheck.check(others, Known.NOTHING).faults())
                .singleElement()
                .asString()
                .contains("cannot be known from 'member/registrar'");
    }

    @Test
    void a_path_of_another_leaf_leads_nowhere() {
        ProvedTransaction honest = (ProvedTransaction) chain.proofOf(2, 0).proved();
        InclusionPath moved =
                new InclusionPath(1, honest.path().size(), honest.path().beside());
        Proof forged =
                Proof.of(new ProvedTransaction(2, 0, honest.transaction(), moved), Optional.empty(), chain.headers(2));

        assertThat(ProofCheck.check(forged, Known.NOTHING).faults())
                .singleElement()
                .asString()
                .startsWith("the path of hashes does not lead from transaction ");
    }

    @Test
    void only_the_one_text_of_a_proof_is_read() {
        String text = chain.proofOf(2, 0).text();

        assertThatThrownBy(() -> Proof.read(" " + text)).isInstanceOf(MalformedJson.class);
        assertThat(Proof.read(text.strip())).isEqualTo(Proof.read(text));
        assertThatThrownBy(() -> Proof.read(text.replace(":2,", ": 2,")))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("not in its canonical form");
        assertThatThrownBy(() -> Proof.read(text.replace("smartblocks-proof/1", "smartblocks-proof/2")))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("expected 'smartblocks-proof/1'");
    }

    private Proof withHeaders(List<SignedHeader> headers) {
        Proof honest = chain.proofOf(2, 0);
        return Proof.of(honest.proved(), honest.signerKey(), headers);
    }

    private Known head(int block) {
        Hash hash = chain.blocks.get(block).hash();
        return new Known(Optional.empty(), Optional.of(hash), Optional.empty());
    }
}
