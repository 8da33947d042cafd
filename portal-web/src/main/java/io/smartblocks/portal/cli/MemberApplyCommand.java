package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code member apply}: asks the registrar for admission, with a key of one's own. */
@Command(
        name = "apply",
        description = {
            "Ask the registrar to be admitted, under the id of the key store that signs.",
            "'smartblocks key new MEMBER' makes one; the newest key in it is stated."
        })
final class MemberApplyCommand extends SigningCommand {

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What people call the applicant.")
    private String name = "";

    @Option(names = "--organisation", paramLabel = "MEMBER", description = "For which it acts; itself if left out.")
    private Optional<String> organisation = Optional.empty();

    @Mixin
    private RolesOption roles = new RolesOption();

    @Mixin
    private KeyExpiryOption expires = new KeyExpiryOption();

    @Override
    String state(Ledger ledger, OpenedKeys keys, Clock clock) {
        Signer applicant = keys.keys().signer();
        MemberId actsFor = organisation.map(LedgerStatement::member).orElse(applicant.member());
        long block = statement(ledger, applicant, clock)
                .make(new ApplyForMembership(
                        applicant.member(), name, actsFor, roles.all(), applicant.publicKey(), expires.after(clock)));
        return "%1$s applied in block %2$d, with key %3$s; a registrar decides with 'smartblocks member approve %1$s'."
                .formatted(applicant.member(), block, applicant.publicKey().shortFingerprint());
    }
}
