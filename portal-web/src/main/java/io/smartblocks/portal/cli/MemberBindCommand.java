package io.smartblocks.portal.cli;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import java.time.Clock;
import picocli.CommandLine.Command;

/** {@code member bind}: an organisation says which peers of a channel are its own. */
@Command(
        name = "bind",
        description = {
            "On Fabric: tie the signer's organisation to the membership provider (MSP) that the portal's profile names. From",
            "then on what concerns its agreements needs its peers."
        })
final class MemberBindCommand extends SigningCommand {

    @Override
    String state(Ledger ledger, OpenedKeys keys, Clock clock) {
        if (!(ledger instanceof FabricLedger channel)) {
            throw new InputRefused(
                    "This is a ledger of one machine; only on Fabric organisations have peers that are their own.");
        }
        Signer signer = keys.signer(ledger);
        Binding binding = new Binding(
                channel.id(), organisationOf(signer.member(), ledger), channel.msp(), signer.member(), clock.instant());
        try {
            long block = channel.bind(SignedBinding.sign(binding, signer));
            return "The peers of %s are those of '%s' since block %d."
                    .formatted(binding.msp(), binding.organisation(), block);
        } catch (LedgerUnavailable refused) {
            throw new InputRefused("The channel does not take it: %s.".formatted(refused.getMessage()), refused);
        }
    }

    private static MemberId organisationOf(MemberId signer, Ledger ledger) {
        return ledger.state(StateKey.member(signer), MemberState.class)
                .map(state -> state.member().organisation())
                .orElseThrow(() -> new InputRefused("'%s' is no member of this ledger.".formatted(signer)));
    }
}
