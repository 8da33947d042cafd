package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LedgerCopyCommandTests {

    @TempDir
    private Path dir;

    @Test
    void a_backup_is_made_while_the_ledger_is_in_use_and_restored_with_its_keys_beside_it() throws IOException {
        Path data = SmallLedger.in(dir.resolve("data"));
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            Run backup = Run.of("ledger", "backup", "--data", data, "--to", dir.resolve("backup"));
            assertThat(backup.exitCode()).isZero();
            assertThat(backup.out())
                    .startsWith("Backed up 3 blocks of 'Test', ")
                    .contains("Height 3, hash of the last block "
                            + used.block(2).orElseThrow().hash());
        }
        Path restored = dir.resolve("restored");
        Run restore = Run.of("ledger", "restore", "--from", dir.resolve("backup"), "--to", restored);
        assertThat(restore.exitCode()).as(restore.err()).isZero();
        assertThat(restore.out()).contains("Restored 3 blocks of 'Test'", "Height 3");
        assertThat(restore.err())
                .contains(
                        "Keys are not part of a copy", restored.resolve("keys").toString());
        assertThat(Run.of("ledger", "verify", "--data", restored).out())
                .isEqualTo("3 blocks, 3 transactions: sound.\n");

        Files.createDirectories(restored.resolve("keys"));
        for (Path key : Files.list(data.resolve("keys")).toList()) {
            Files.copy(key, restored.resolve("keys").resolve(key.getFileName()));
        }
        assertThat(Run.of("ledger", "blocks", "--data", restored).out()).hasLineCount(3);
    }

    @Test
    void an_exported_file_is_imported_on_another_machine() {
        Path data = SmallLedger.in(dir.resolve("data"));
        Path file = dir.resolve("test.ledger");
        Run export = Run.of("ledger", "export", "--data", data, "--to", file, "--json");
        assertThat(export.exitCode()).isZero();
        Run again = Run.of("ledger", "export", "--data", data, "--to", file);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("'" + file + "' exists already; remove it or choose another name.");

        Run imported = Run.of("ledger", "import", file, "--to", dir.resolve("other"), "--json");
        assertThat(imported.exitCode()).isZero();
        assertThat(new JsonMapper().readTree(imported.out()).get("headHash"))
                .isEqualTo(new JsonMapper().readTree(export.out()).get("headHash"));
    }

    @Test
    void nothing_is_restored_over_something_or_from_damage() throws IOException {
        Path data = SmallLedger.in(dir.resolve("data"));
        Path file = dir.resolve("test.ledger");
        Run.of("ledger", "export", "--data", data, "--to", file);
        Run over = Run.of("ledger", "import", file, "--to", data);
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.err()).contains("'" + data + "' is not empty; name an empty or new directory.");

        Files.writeString(file, Files.readString(file).replace("\"label\":\"Heat\"", "\"label\":\"Cold\""));
        Run damaged = Run.of("ledger", "import", file, "--to", dir.resolve("other"));
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err()).contains("is not as it was written: block 2: ");
        assertThat(dir.resolve("other").resolve("ledger")).doesNotExist();
        Run missing = Run.of("ledger", "import", dir.resolve("none"), "--to", dir.resolve("other"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file '" + dir.resolve("none") + "'");
    }
}
