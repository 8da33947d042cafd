package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.StoredKeys;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.portal.KeyFolder;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** As whom a command signs, and what opens that member's key store. */
final class SignerOptions {

    @Option(
            names = "--as",
            paramLabel = "MEMBER",
            description = "The member that signs, with the key in DIR/keys/MEMBER.p12; a demo site has one for this.")
    private Optional<String> member = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The member's key store, if it is not in DIR/keys; --as may then be left out.")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** The signer, who must be named. */
    Signer open(DataDirectory data, StateView ledger) {
        return open(data, ledger, Optional.empty());
    }

    /** The signer; on a demo site the given member if none is named. */
    Signer open(DataDirectory data, StateView ledger, MemberId onDemoSite) {
        return open(data, ledger, data.isDemoSite() ? Optional.of(onDemoSite) : Optional.empty());
    }

    private Signer open(DataDirectory data, StateView ledger, Optional<MemberId> unnamed) {
        Optional<MemberId> named = member.map(LedgerStatement::member);
        try {
            StoredKeys keys = key.map(file -> opened(new KeyStoreFile(file)))
                    .orElseGet(() -> inFolder(data, named.or(() -> unnamed)));
            named.ifPresent(keys::requireOf);
            return ledger.state(StateKey.member(keys.member()), MemberState.class)
                    .map(state -> keys.signer(keys.member(), state.member().publicKey()))
                    .orElseGet(keys::signer);
        } catch (KeyFileProblem e) {
            throw KeyStores.refusal(e);
        }
    }

    private StoredKeys inFolder(DataDirectory data, Optional<MemberId> signer) {
        MemberId member = signer.orElseThrow(
                () -> new InputRefused("Name the member that signs with --as, or its key store with --key."));
        KeyStoreFile file = new KeyFolder(data.path()).file(member);
        if (!file.exists()) {
            throw new InputRefused("There is no key of '%s'; expected it in '%s', or name its key store with --key."
                    .formatted(member, file.path()));
        }
        StoredKeys keys =
                new MachineKeys(data.path(), Clock.systemUTC()).find(member).orElseGet(() -> opened(file));
        keys.requireOf(member);
        return keys;
    }

    private StoredKeys opened(KeyStoreFile file) {
        KeyStores.warn(file, spec.commandLine().getErr());
        return file.open(password.required(file.path()));
    }
}
