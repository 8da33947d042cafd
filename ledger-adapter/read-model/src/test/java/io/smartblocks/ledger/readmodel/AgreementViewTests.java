package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AgreementViewTests {

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    AgreementViewTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @Test
    void an_agreement_is_shown_in_each_state_of_its_life() {
        model.apply(chain.add(StoryFixture.founded()));

        model.apply(chain.add(StoryFixture.proposed()));
        assertThat(agreement().state()).isInstanceOf(AgreementState.Proposed.class);

        model.apply(chain.add(StoryFixture.signed()));
        assertThat(agreement().state().unsigned()).containsExactly(StoryFixture.OWNER);
        assertThat(model.agreements().inForce()).isEmpty();

        model.apply(chain.add(StoryFixture.activated(ChainFixture.FIRST)));
        assertThat(agreement().state())
                .isInstanceOfSatisfying(
                        AgreementState.Active.class,
                        active -> assertThat(active.activatedAt()).isEqualTo(ChainFixture.FIRST));
        assertThat(model.agreements().inForce()).hasSize(1);
    }

    @Test
    void the_time_of_the_proposal_stays_and_the_time_of_the_change_moves() {
        model.apply(chain.add(StoryFixture.founded()));
        model.apply(chain.add(StoryFixture.proposed()));
        model.apply(chain.add(StoryFixture.signed()));

        Instant proposed = ChainFixture.FIRST.plus(Duration.ofMinutes(1));
        assertThat(agreement().proposedAt()).isEqualTo(proposed);
        assertThat(agreement().changedAt()).isEqualTo(proposed.plus(Duration.ofMinutes(1)));
        assertThat(agreement().changedIn()).isEqualTo(2);
    }

    @Test
    void text_and_compiled_form_are_found_by_their_hashes() {
        model.apply(chain.add(StoryFixture.proposed()));

        Proposal proposal = agreement().proposal();
        assertThat(model.agreements().text(proposal)).isEqualTo(StoryFixture.TEXT);
        assertThat(model.agreements().document(proposal.compiledHash())).contains(StoryFixture.FORM);
        assertThat(model.agreements().document(Hash.NONE)).isEmpty();
    }

    @Test
    void steps_of_one_block_leave_the_last_state() {
        model.apply(chain.addOneBatchEach(
                List.of(StoryFixture.proposed(), StoryFixture.signed(), StoryFixture.activated(ChainFixture.FIRST))));

        assertThat(agreement().state()).isInstanceOf(AgreementState.Active.class);
        assertThat(agreement().proposedAt()).isEqualTo(ChainFixture.FIRST);
    }

    @Test
    void a_party_finds_its_agreements_and_a_stranger_none() {
        model.apply(chain.add(StoryFixture.proposed()));

        assertThat(model.agreements().ofParty(StoryFixture.OWNER, Optional.empty(), 10))
                .containsExactly(agreement());
        assertThat(model.agreements().ofParty(StoryFixture.RUNTIME, Optional.empty(), 10))
                .isEmpty();
        assertThat(model.agreements().ofParty(StoryFixture.OWNER, Optional.of(agreement()), 10))
                .isEmpty();
    }

    @Test
    void the_list_goes_on_after_its_last_entry() {
        model.apply(chain.add(StoryFixture.proposed()));

        AgreementRecord only = model.agreements().newest(10).get(0);

        assertThat(model.agreements().after(only, 10)).isEmpty();
        assertThat(model.agreements().versions(StoryFixture.AGREEMENT)).containsExactly(only);
    }

    private AgreementRecord agreement() {
        return model.agreements().agreement(StoryFixture.AGREEMENT, "1.0").orElseThrow();
    }
}
