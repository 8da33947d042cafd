package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.embedded.NewBlocks;
import io.smartblocks.ledger.embedded.Problem;
import io.smartblocks.ledger.embedded.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a ledger from a copy beside its place, verifies it whole, and only then puts it there. */
final class Restoring {

    static final String UNFINISHED = ".restoring";

    private final Path from;
    private final Path ledger;
    private final Path unfinished;

    Restoring(Path from, Path ledger) {
        this.from = from;
        this.ledger = ledger;
        this.unfinished = ledger.resolveSibling("." + ledger.getFileName() + UNFINISHED);
    }

    Copied restore() {
        List<Path> files = files();
        if (Files.exists(ledger)) {
            throw new CopyRefused("'" + ledger + "' exists already; restore to a place where nothing is");
        }
        try {
            Path parent = ledger.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            remove(unfinished);
            try {
                Copied restored = write(files);
                Files.move(unfinished, ledger, StandardCopyOption.ATOMIC_MOVE);
                NewBlocks.syncNames(parent);
                return restored;
            } finally {
                remove(unfinished);
            }
        } catch (IOException failed) {
            throw new CopyRefused("'" + ledger + "' cannot be written: " + failed + "; nothing was put there", failed);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(from)) {
            return List.of(from);
        }
        List<Path> files = Parts.in(from).all().stream().map(Parts.Part::file).toList();
        if (files.isEmpty()) {
            throw new CopyRefused("there is no backup in '" + from
                    + "': it holds no file such as 000000000000-000000000041" + ".ledger");
        }
        return files;
    }

    private Copied write(List<Path> files) throws IOException {
        CopyHead head = CopyReading.head(files.get(0));
        if (head.from() != 0) {
            throw new CopyRefused("'" + files.get(0) + "' begins with block " + head.from()
                    + "; it is a part of a backup, name the directory that holds all of it");
        }
        try (NewBlocks blocks = NewBlocks.in(unfinished)) {
            for (Path file : files) {
                head = CopyReading.read(file, blocks::append);
            }
        } catch (CopyReading.DigestWrong damaged) {
            throw verified().problems().stream()
                    .findFirst()
                    .map(problem -> new CopyRefused(words(problem), damaged))
                    .orElse(damaged);
        }
        VerificationReport report = verified();
        if (!report.sound()) {
            throw new CopyRefused(words(report.problems().get(0)));
        }
        return new Copied(
                head.ledger(), head.name(), report.blocks(), head.height(), head.headHash(), report.bytes(), ledger);
    }

    private VerificationReport verified() {
        return LedgerVerification.verify(unfinished);
    }

    private String words(Problem problem) {
        return "'" + from + "' is not as it was written: " + problem;
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
