package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.portal.KeyFolder;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** As whom a command signs, and what opens that member's key. */
final class SignerOptions {

    private static final String PASSWORD_VARIABLE = "SMARTBLOCKS_KEY_PASSWORD";

    @Option(
            names = "--as",
            paramLabel = "MEMBER",
            description = "The member that signs, with the key in DIR/keys/MEMBER.pem; a demo site has one for this.")
    private Optional<String> member = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds the key's password; without it " + PASSWORD_VARIABLE + " is read.")
    private Optional<Path> passwordFile = Optional.empty();

    /** The signer, who must be named. */
    Signer open(DataDirectory data) {
        return open(data, Optional.empty());
    }

    /** The signer; on a demo site the given member if none is named. */
    Signer open(DataDirectory data, MemberId onDemoSite) {
        return open(data, data.isDemoSite() ? Optional.of(onDemoSite) : Optional.empty());
    }

    private Signer open(DataDirectory data, Optional<MemberId> unnamed) {
        MemberId signer = member.map(SignerOptions::memberId)
                .or(() -> unnamed)
                .orElseThrow(() -> new InputRefused("Name the member that signs with --as."));
        KeyFile file = new KeyFolder(data.path()).file(signer);
        if (!Files.exists(file.path())) {
            throw new InputRefused("There is no key of '%s'; expected it in '%s'.".formatted(signer, file.path()));
        }
        try {
            return new MachineKeys(data.path()).find(signer).orElseGet(() -> withPassword(file, signer));
        } catch (KeyFileProblem e) {
            throw new InputRefused("'%s' cannot sign: %s.".formatted(signer, e.getMessage()), e);
        }
    }

    private Signer withPassword(KeyFile file, MemberId signer) {
        String password = password()
                .orElseThrow(
                        () -> new InputRefused("The key of '%s' has a password; give it in %s or with --password-file."
                                .formatted(signer, PASSWORD_VARIABLE)));
        return Signer.of(signer, file.read(password.toCharArray()));
    }

    private Optional<String> password() {
        return passwordFile
                .map(file -> Texts.read(file).strip())
                .or(() -> Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)));
    }

    private static MemberId memberId(String written) {
        try {
            return new MemberId(written);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }
}
