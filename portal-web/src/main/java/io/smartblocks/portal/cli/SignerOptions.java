package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
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
        return keys(data, Optional.empty()).signer(ledger);
    }

    /** The signer; on a demo site the given member if none is named. */
    Signer open(DataDirectory data, StateView ledger, MemberId onDemoSite) {
        return keys(data, Optional.of(onDemoSite)).signer(ledger);
    }

    /** The signer's key store; on a demo site that of the given member if none is named. */
    OpenedKeys keys(DataDirectory data, Optional<MemberId> onDemoSite) {
        Optional<MemberId> named = member.map(LedgerStatement::member);
        OpenedKeys opened = key.map(file -> typed(new KeyStoreFile(file)))
                .orElseGet(() -> inFolder(data, named.or(() -> onDemoSite.filter(any -> data.isDemoSite()))));
        return KeyStores.using(() -> {
            named.ifPresent(opened.keys()::requireOf);
            return opened;
        });
    }

    private OpenedKeys inFolder(DataDirectory data, Optional<MemberId> signer) {
        MemberId member = signer.orElseThrow(
                () -> new InputRefused("Name the member that signs with --as, or its key store with --key."));
        KeyStoreFile file = new KeyFolder(data.path()).file(member);
        if (!file.exists()) {
            throw new InputRefused("There is no key of '%s'; expected it in '%s', or name its key store with --key."
                    .formatted(member, file.path()));
        }
        return KeyStores.using(() -> {
            OpenedKeys opened = new MachineKeys(data.path(), Clock.systemUTC())
                    .password(member)
                    .map(known -> OpenedKeys.of(file, known))
                    .orElseGet(() -> typed(file));
            opened.keys().requireOf(member);
            return opened;
        });
    }

    private OpenedKeys typed(KeyStoreFile file) {
        return KeyStores.using(() -> {
            KeyStores.warn(file, spec.commandLine().getErr());
            return OpenedKeys.of(file, password.required(file.path()));
        });
    }
}
