package io.smartblocks.ledger.meter.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A folder of meter files, with the places for those that are done and those that are refused. */
final class FolderPlaces {

    // Who copies a file writes to it more often than this.
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final Path folder;
    private final Clock clock;
    private final FolderDisk disk;

    FolderPlaces(Path folder, Clock clock, FolderDisk disk) {
        this.folder = folder;
        this.clock = clock;
        this.disk = disk;
    }

    /** By what it shows that a file was written to. */
    record Stamp(long bytes, FileTime changed) {}

    /** The files to take, in the order of their names; hidden and unfinished ones are none. */
    List<Path> files() {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile)
                    .filter(file -> isWanted(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder '" + folder + "' cannot be read", e);
        }
    }

    private static boolean isWanted(String name) {
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }

    Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }

    /** Whether nobody seems to write to the file any more. */
    boolean isSettled(Stamp stamp) {
        return Duration.between(stamp.changed().toInstant(), clock.instant())
                        .abs()
                        .compareTo(SETTLED)
                >= 0;
    }

    void done(Path file, String aside) throws IOException {
        Path place = freePlace(DONE, file);
        if (!aside.isEmpty()) {
            tell(beside(place, ".aside"), aside);
        }
        disk.move(file, place);
    }

    void refused(Path file, String why) throws IOException {
        Path place = freePlace(REFUSED, file);
        // The reason first: whoever finds the file there finds the reason too.
        tell(beside(place, ".why"), why);
        disk.move(file, place);
    }

    private void tell(Path file, String text) throws IOException {
        Path unfinished = beside(file, ".tmp");
        disk.write(unfinished, text);
        disk.move(unfinished, file);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** A place of the file's name; of two files with one name the second gets a number. */
    private Path freePlace(String kind, Path file) throws IOException {
        Path places = Files.createDirectories(folder.resolve(kind));
        String name = file.getFileName().toString();
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        Path place = places.resolve(name);
        for (int number = 2; Files.exists(place); number++) {
            place = places.resolve(stem + "-" + number + name.substring(stem.length()));
        }
        return place;
    }
}
