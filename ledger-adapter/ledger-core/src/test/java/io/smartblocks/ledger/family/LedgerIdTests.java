package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerIdTests {

    private static final MemberId REGISTRAR = new MemberId("registrar");

    private final World world = World.peopled();

    @Test
    void what_was_signed_for_another_ledger_is_refused_here() {
        Payload grant = new GrantRoles(new MemberId("clerk"), Set.of(Role.SIGNATORY));

        assertThat(code(new LedgerId(Hash.of("another ledger")), grant)).isEqualTo(RefusalCode.WRONG_LEDGER);
        assertThat(code(LedgerId.NONE, grant)).isEqualTo(RefusalCode.WRONG_LEDGER);
        assertThat(world.ask("registrar", grant)).isInstanceOf(Decision.Applied.class);
    }

    @Test
    void a_ledger_is_founded_by_a_transaction_that_names_none() {
        Payload founding =
                new FoundLedger("Campus", REGISTRAR, "Registrar", World.key().publicKey());
        Transaction named = Transaction.sign(
                new LedgerId(Hash.of("x")),
                founding,
                new RequestKey("f"),
                World.NOON,
                Signer.of(REGISTRAR, World.key()));

        assertThat(Families.apply(named, new StateOverlay(new World.Nothing()), World.NOON))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.WRONG_LEDGER));
    }

    private RefusalCode code(LedgerId ledger, Payload payload) {
        Transaction transaction =
                Transaction.sign(ledger, payload, new RequestKey("r"), World.NOON, Signer.of(REGISTRAR, World.key()));
        return ((Decision.Refused) Families.apply(transaction, world.states(), World.NOON)).code();
    }
}
