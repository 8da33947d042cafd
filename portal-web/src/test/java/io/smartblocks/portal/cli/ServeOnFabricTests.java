package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that cannot be on the channel says why, and what to do. */
class ServeOnFabricTests {

    @TempDir
    private Path dir;

    private Path data = Path.of("");
    private Path profile = Path.of("");

    @BeforeEach
    void name() {
        data = dir.resolve("data");
        profile = dir.resolve("esco.properties");
    }

    private Run serve(Object... more) {
        List<Object> all = new ArrayList<>(List.of("serve", "--data", data, "--port", "0"));
        all.addAll(List.of(more));
        return Run.of(all.toArray());
    }

    @Test
    void options_that_do_not_go_together_are_refused_before_anything_is_made() {
        refused(
                serve("--ledger", "fabric"),
                "A ledger on Fabric needs a profile that says how its channel is reached: name the file with --profile");
        refused(serve("--ledger", "paper"), "There is no ledger 'paper'; choose embedded or fabric with --ledger");
        for (Run run : List.of(serve("--profile", profile), serve("--ledger", "embedded", "--profile", profile))) {
            refused(run, "The profile '" + profile + "' is one of a ledger on Fabric", "say --ledger fabric");
        }
        refused(
                serve("--ledger", "fabric", "--profile", profile, "--demo"),
                "A demo site lives on a ledger of its own machine; leave --demo or --ledger fabric out.");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_profile_that_is_missing_or_wrong_is_told_as_often_as_it_is_tried() throws IOException {
        refused(onFabric(), "the profile '" + profile + "' cannot be read: java.nio.file.NoSuchFileException");
        refused(onFabric(), "the profile '" + profile + "' cannot be read: java.nio.file.NoSuchFileException");

        Files.writeString(profile, "channel = energy\n");
        refused(onFabric(), "the profile '" + profile + "': 'chaincode' is missing; expected the chaincode's name");
    }

    @Test
    void a_certificate_that_is_not_there_or_is_none_is_told() throws IOException {
        Files.writeString(profile, """
                channel = energy
                chaincode = smartblocks
                msp = EscoMSP
                certificate = cert.pem
                key = key.pem
                peer.1.address = localhost:7060
                peer.1.tls-roots = key.pem
                """);
        Path certificate = dir.resolve("cert.pem");
        refused(onFabric(), "'certificate' names '" + certificate + "', which is not there or cannot be read");

        Files.writeString(dir.resolve("key.pem"), "no key");
        Files.writeString(certificate, "no certificate");
        refused(onFabric(), "certificate '" + certificate + "' or key '", "cannot be read; expected PEM files");

        Files.delete(certificate);
        Files.createDirectory(certificate);
        refused(onFabric(), "certificate '" + certificate + "' or key '", "cannot be read; expected PEM files");
    }

    @Test
    void a_ledger_of_this_machine_stays_one() {
        SmallLedger.in(data);

        refused(
                onFabric(),
                "holds a ledger of this machine, not one on Fabric: leave --ledger fabric out, or name another directory");

        assertThat(data.resolve("fabric")).doesNotExist();
        assertThat(Run.of("meter", "list", "--data", data).exitCode()).isZero();
    }

    private Run onFabric() {
        return serve("--ledger", "fabric", "--profile", profile);
    }

    private static void refused(Run run, String... words) {
        assertThat(run.err()).contains(words);
        assertThat(run.err().strip().lines()).as(run.err()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
    }
}
