package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyPassword;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What opens a key store: a file or a variable of the environment, never the command line, which others can see. */
final class PasswordOption {

    static final String VARIABLE = "SMARTBLOCKS_KEY_PASSWORD";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds the key's password; without it " + VARIABLE + " is read.")
    private Optional<Path> file = Optional.empty();

    /** The password, which must be given. */
    KeyPassword required(Object keyStore) {
        return given().orElseThrow(() -> new InputRefused(
                "Key store '%s' needs its password; give it with --password-file FILE or in the variable %s."
                        .formatted(keyStore, VARIABLE)));
    }

    /** The password, if one is given. */
    Optional<KeyPassword> given() {
        return given(file, VARIABLE);
    }

    static Optional<KeyPassword> given(Optional<Path> file, String variable) {
        return file.map(PasswordOption::in)
                .or(() -> Optional.ofNullable(System.getenv(variable)).map(text -> password(text, variable)));
    }

    private static KeyPassword in(Path file) {
        // editors end the one line; all else belongs to the password
        String text = Texts.read(file).replaceFirst("\\r?\\n\\z", "");
        if (text.isEmpty()) {
            throw new InputRefused("'%s' is empty; write the password into it, on one line.".formatted(file));
        }
        if (text.indexOf('\n') >= 0) {
            throw new InputRefused("'%s' has several lines; expected the password alone.".formatted(file));
        }
        return password(text, "'" + file + "'");
    }

    private static KeyPassword password(String text, String where) {
        try {
            return KeyPassword.typed(text);
        } catch (IllegalArgumentException e) {
            throw new InputRefused("In %s: %s.".formatted(where, e.getMessage()), e);
        }
    }
}
