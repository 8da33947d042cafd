package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Stream;

/** A small ledger on which commands are given by its members, whose keys lie beside it or in it. */
record MemberSite(Path dir) {

    private static final String PASSWORD = "correct horse";

    static MemberSite in(Path dir) {
        SmallLedger.in(dir.resolve("data"));
        write(dir.resolve("password"), PASSWORD);
        return new MemberSite(dir);
    }

    Path data() {
        return dir.resolve("data");
    }

    /** Gives a command, words divided by spaces, with further arguments as they are. */
    Run run(String words, Object... more) {
        return Run.of(Stream.of(words.split(" "), more, new Object[] {"--data", data()})
                .flatMap(Stream::of)
                .toArray());
    }

    Run runAs(String member, String words, Object... more) {
        return run(
                words,
                Stream.of(more, new Object[] {"--as", member})
                        .flatMap(Stream::of)
                        .toArray());
    }

    /** Gives a command that must be done. */
    Run done(String member, String words, Object... more) {
        Run run = runAs(member, words, more);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /** Signs with the member's own key store, which is made if there is none yet. */
    Object[] keyOf(String member) {
        Path store = dir.resolve(member + ".p12");
        if (!Files.exists(store)) {
            Run made = Run.of("key", "new", member, "--out", store, "--password-file", dir.resolve("password"));
            assertThat(made.exitCode()).as(made.err()).isZero();
        }
        return new Object[] {"--key", store, "--password-file", dir.resolve("password")};
    }

    /** Admits a machine, whose key lies in the data directory. */
    void admit(String member, String roles) {
        done("registrar", "member register " + member + " --machine --role " + roles, "--name", member);
    }

    Path file(String name, String text) {
        return write(dir.resolve(name), text);
    }

    /** What the ledger says. */
    <T> T ledger(Function<Ledger, T> question) {
        try (Ledger ledger = LedgerHome.open(data(), Clock.systemUTC())) {
            return question.apply(ledger);
        }
    }

    private static Path write(Path file, String text) {
        return DocumentedExample.written(file, text);
    }
}
