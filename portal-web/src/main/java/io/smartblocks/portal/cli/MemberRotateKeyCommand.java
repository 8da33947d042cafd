package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code member rotate-key}: puts a new key in the place of the one that a member signs with. */
@Command(
        name = "rotate-key",
        description = {
            "Put a new key in the place of the one that a member signs with.",
            "The new key is made beside the old one in the signer's key store and stated with the old one's"
                    + " signature. Stopped half-way, the same command goes on with the key that was made.",
            "For a member whose key is lost or has expired, a registrar states the public half of a new one."
        })
final class MemberRotateKeyCommand extends SigningCommand {

    @Parameters(arity = "0..1", paramLabel = "MEMBER", description = "Whose key it is; the signer's if left out.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--public-key",
            paramLabel = "KEY",
            description = "The public half of a key that lies elsewhere, as 'smartblocks key show' prints it.")
    private Optional<String> publicKey = Optional.empty();

    @Mixin
    private KeyExpiryOption expires = new KeyExpiryOption();

    @Override
    String state(Ledger ledger, OpenedKeys keys, Clock clock) {
        Optional<Instant> end = expires.after(clock);
        Optional<VerifyingKey> stated = publicKey.map(text -> LedgerStatement.typed(() -> new VerifyingKey(text)));
        MemberId member = id.map(LedgerStatement::member).orElse(keys.member());
        if (stated.isEmpty() && !member.equals(keys.member())) {
            throw new InputRefused(
                    ("'%1$s' cannot make a key for '%2$s'; have '%2$s' make one with 'smartblocks key new %2$s' and"
                                    + " give its public half with --public-key.")
                            .formatted(keys.member(), member));
        }
        Member before = Members.required(member, ledger);
        LedgerStatement statement = statement(ledger, keys.signer(ledger), clock);
        VerifyingKey key = stated.orElseGet(() -> keys.successorOf(before.publicKey(), clock.instant()));
        long block = statement.make(new RotateKey(member, key, end));
        return "%s signs with key %s since block %d%s; the old one, %s, signs nothing any more."
                .formatted(
                        member,
                        key.shortFingerprint(),
                        block,
                        end.map(instant -> " until " + instant).orElse(""),
                        before.publicKey().shortFingerprint());
    }
}
