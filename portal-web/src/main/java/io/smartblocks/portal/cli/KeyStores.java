package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.KeyStoreFile;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** Says what is wrong with a key store as the command line says it. */
final class KeyStores {

    private KeyStores() {}

    /** What is done with a key store; a problem with it is a refusal that the user can mend. */
    static <T> T using(Supplier<T> done) {
        try {
            return done.get();
        } catch (KeyFileProblem e) {
            throw refusal(e);
        }
    }

    static InputRefused refusal(KeyFileProblem problem) {
        String words = problem.getMessage();
        return new InputRefused(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".", problem);
    }

    /** Tells when others than its owner may read it. */
    static void warn(KeyStoreFile file, PrintWriter err) {
        file.warning().ifPresent(warning -> err.println("warning: " + warning + "."));
    }
}
