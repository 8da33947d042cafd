package io.smartblocks.portal.cli;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.LedgerDirectoryInUse;
import io.smartblocks.ledger.fabric.OtherChannel;
import io.smartblocks.ledger.fabric.Patience;
import io.smartblocks.ledger.fabric.Profile;
import io.smartblocks.ledger.fabric.ProfileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.LedgerHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code member bind}: an organisation says which peers of a channel are its own. */
@Command(
        name = "bind",
        description = {
            "Tie the signer's organisation to the membership provider (MSP) of a profile: from then on what concerns its",
            "agreements needs its peers. The data directory is that of a portal on Fabric, which is stopped meanwhile."
        })
final class MemberBindCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "smartblocks-data",
            description = "The data directory; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("smartblocks-data");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            required = true,
            description = "How the channel is reached, as a client of the organisation's own.")
    private Path profile = Path.of("");

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!LedgerHome.isOnFabric(data)) {
            throw new InputRefused(
                    "'%s' is not the directory of a portal on Fabric; only there organisations have peers of their own."
                            .formatted(data));
        }
        Clock clock = Clock.systemUTC();
        try {
            Profile channel = Profile.read(profile);
            try (FabricLedger ledger = FabricLedger.open(channel, LedgerHome.fabric(data), clock, Patience.USUAL)) {
                Signer signer = signing.open(new DataDirectory(data), ledger);
                Binding binding = new Binding(
                        ledger.id(),
                        organisationOf(signer.member(), ledger),
                        channel.identity().msp(),
                        signer.member(),
                        clock.instant());
                long block = ledger.bind(SignedBinding.sign(binding, signer));
                spec.commandLine()
                        .getOut()
                        .printf(
                                "The peers of %s are those of '%s' since block %d.%n",
                                binding.msp(), binding.organisation(), block);
            }
        } catch (ProfileProblem | OtherChannel | LedgerDirectoryInUse wrong) {
            throw new InputRefused(wrong.getMessage() + ".", wrong);
        } catch (LedgerUnavailable refused) {
            throw new InputRefused("The channel does not take it: %s.".formatted(refused.getMessage()), refused);
        }
        return ExitCode.DONE;
    }

    private static MemberId organisationOf(MemberId signer, FabricLedger ledger) {
        return ledger.state(StateKey.member(signer), MemberState.class)
                .map(state -> state.member().organisation())
                .orElseThrow(() -> new InputRefused("'%s' is no member of this ledger.".formatted(signer)));
    }
}
