package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.copy.CopyRefused;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import io.smartblocks.ledger.port.Campus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of exports and backups that were changed by chance: refused with a message, and nothing is put anywhere. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CopyFuzzTests {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    private Path directory;

    private final Random chance = new Random(Long.getLong("seed", 20261102));
    private byte[] exported;
    private byte[] other;
    private TreeMap<String, byte[]> backup;

    @BeforeEach
    void an_export_and_a_backup_of_three_files() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (EmbeddedLedger open = open()) {
                if (i == 0) {
                    Campus.found(open);
                }
                Campus.submit(open, Campus.meter("m" + i));
            }
            if (i == 1) {
                LedgerCopies.export(ledger(), file());
                other = Files.readAllBytes(file());
                Files.delete(file());
            }
            LedgerCopies.backup(ledger(), backups());
        }
        LedgerCopies.export(ledger(), file());
        exported = Files.readAllBytes(file());
        backup = contents(backups());
        backup.remove("lock");
    }

    @Test
    void a_changed_export_is_refused_and_leaves_nothing() throws IOException {
        for (int i = 0; i < Acceptance.rounds(150, 5000); i++) {
            byte[] changed = changed(exported);
            if (!Arrays.equals(changed, exported)) {
                Files.write(file(), changed);
                refused(file(), "change " + i);
            }
        }
        Files.write(file(), exported);
        assertThat(LedgerCopies.restore(file(), copy()).height()).isEqualTo(4);
    }

    @Test
    void a_changed_backup_is_refused_by_restoring_and_by_the_next_backup() throws IOException {
        List<String> names = List.copyOf(backup.keySet());
        for (int i = 0; i < Acceptance.rounds(60, 2000); i++) {
            String name = names.get(chance.nextInt(names.size()));
            byte[] changed = changed(backup.get(name));
            if (!Arrays.equals(changed, backup.get(name))) {
                Files.write(backups().resolve(name), changed);
                refused(backups(), "change " + i + " of " + name);
                Files.write(backups().resolve(name), backup.get(name));
            }
        }
        assertThat(LedgerCopies.backup(ledger(), backups()).blocks()).isZero();
    }

    @Test
    void files_of_a_backup_that_change_their_names_or_contents_are_refused() throws IOException {
        for (String one : backup.keySet()) {
            for (String two : backup.keySet()) {
                if (!one.equals(two)) {
                    Files.write(backups().resolve(one), backup.get(two));
                    refused(backups(), two + " in the place of " + one);
                    Files.write(backups().resolve(one), backup.get(one));
                }
            }
            Files.delete(backups().resolve(one));
            if (!one.equals(backup.lastKey())) {
                refused(backups(), "without " + one);
            }
            Files.write(backups().resolve(one), backup.get(one));
        }
    }

    @Test
    void a_line_of_a_gibibyte_is_refused() throws IOException {
        int first = new String(exported, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int kept : List.of(0, first)) {
            Files.write(file(), Arrays.copyOf(exported, kept));
            // sparse: it reads as so many NULs
            try (FileChannel out = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(new byte[] {'\n'}), kept + GIBIBYTE);
            }
            assertThat(refused(file(), "a long line")).contains("longer than");
        }
    }

    /** A character, a part, the end or the order of lines changed, or another file joined. */
    private byte[] changed(byte[] whole) {
        int place = chance.nextInt(whole.length);
        return switch (chance.nextInt(8)) {
            case 0 -> Arrays.copyOf(whole, place);
            case 1 -> joined(Arrays.copyOf(whole, place), Arrays.copyOfRange(whole, place + 1, whole.length));
            case 2 -> joined(whole, chance.nextBoolean() ? whole : other);
            case 3 -> joined(Arrays.copyOf(whole, place), other);
            case 4 -> joined(whole, new byte[] {(byte) chance.nextInt(256)});
            case 5 -> linesSwapped(whole);
            case 6 ->
                new String(whole, StandardCharsets.ISO_8859_1)
                        .replaceFirst("smartblocks-ledger/1", "smartblocks-ledger/" + (2 + chance.nextInt(9)))
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                byte[] changed = whole.clone();
                changed[place] = (byte) (chance.nextInt(4) == 0 ? chance.nextInt(256) : 32 + chance.nextInt(95));
                yield changed;
            }
        };
    }

    private byte[] linesSwapped(byte[] whole) {
        List<String> lines =
                new String(whole, StandardCharsets.ISO_8859_1).lines().toList();
        String[] swapped = lines.toArray(new String[0]);
        int one = chance.nextInt(swapped.length);
        int two = chance.nextInt(swapped.length);
        swapped[one] = lines.get(two);
        swapped[two] = chance.nextBoolean() ? lines.get(one) : lines.get(two);
        return (String.join("\n", swapped) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] one, byte[] two) {
        return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
    }

    private String refused(Path from, String how) throws IOException {
        try {
            LedgerCopies.restore(from, copy());
        } catch (CopyRefused refused) {
            assertThat(refused.getMessage()).as(how).contains(from.toString());
            assertThat(contents(directory).keySet())
                    .as(how)
                    .noneMatch(name -> name.contains("copy") || name.contains("restoring"));
            return refused.getMessage();
        }
        throw new AssertionError(how + " was not refused");
    }

    private static TreeMap<String, byte[]> contents(Path of) throws IOException {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : files.toList()) {
                boolean small = Files.isRegularFile(file) && Files.size(file) < GIBIBYTE;
                contents.put(file.getFileName().toString(), small ? Files.readAllBytes(file) : new byte[0]);
            }
        }
        return contents;
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(ledger(), Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR);
    }

    private Path ledger() {
        return directory.resolve("ledger");
    }

    private Path copy() {
        return directory.resolve("copy");
    }

    private Path backups() {
        return directory.resolve("backup");
    }

    private Path file() {
        return directory.resolve("campus.ledger");
    }
}
