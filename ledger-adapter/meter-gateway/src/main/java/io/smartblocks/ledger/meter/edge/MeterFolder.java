package io.smartblocks.ledger.meter.edge;

import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.EdgeGateway;
import io.smartblocks.ledger.meter.Problem;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.outbox.OutboxFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A folder into which meter files are put: each is signed into the outbox, then moved to {@code done}, or moved to
 * {@code refused} with the reason beside it.
 *
 * <p>A file leaves its place only when all its pages are on the disk of the outbox. Whoever is stopped before takes it again,
 * and storing the same pages again changes nothing on the ledger.
 */
public final class MeterFolder {

    private final FolderPlaces places;
    private final ColumnChoice choice;
    private final Thresholds thresholds;
    private final Clock clock;

    public MeterFolder(Path folder, ColumnChoice choice, Thresholds thresholds, Clock clock) {
        this(folder, choice, thresholds, clock, FolderDisk.REAL);
    }

    MeterFolder(Path folder, ColumnChoice choice, Thresholds thresholds, Clock clock, FolderDisk disk) {
        this.places = new FolderPlaces(folder, clock, disk);
        this.choice = choice;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** Whether there is any file to take, be it a file that is still being written. */
    public boolean holdsFiles() {
        return !places.files().isEmpty();
    }

    /**
     * Takes all files that are whole, in the order of their names.
     *
     * @param meters as they stand on the ledger, or stood there when it was last seen
     * @param lastSeen true if the ledger is away, so that a meter that is not known may have been registered meanwhile
     */
    public List<TakenFile> take(EdgeGateway gateway, RegisteredMeters meters, boolean lastSeen) {
        ReadingsFile reader = new ReadingsFile(meters, clock, thresholds);
        List<TakenFile> taken = new ArrayList<>();
        for (Path file : places.files()) {
            String name = file.getFileName().toString();
            try {
                taken.add(take(file, name, reader, gateway, lastSeen));
            } catch (NoSuchFileException gone) {
                taken.add(new TakenFile.Waits(name, "it was taken away while it was read"));
            } catch (IOException | UncheckedIOException | OutboxFull failed) {
                taken.add(new TakenFile.Waits(name, String.valueOf(failed.getMessage())));
            }
        }
        return taken;
    }

    private TakenFile take(Path file, String name, ReadingsFile reader, EdgeGateway gateway, boolean lastSeen)
            throws IOException {
        FolderPlaces.Stamp before = places.stamp(file);
        if (!places.isSettled(before)) {
            return new TakenFile.Waits(name, "it was written to within the last two seconds");
        }
        ReadFile read = reader.read(file, choice);
        if (!places.stamp(file).equals(before)) {
            return new TakenFile.Waits(name, "it was written to while it was read");
        }
        if (read instanceof ReadFile.Refused refused) {
            Optional<Problem> unknown = refused.problems().stream()
                    .filter(problem -> lastSeen && problem.code().equals("unknown-meter"))
                    .findFirst();
            if (unknown.isPresent()) {
                return new TakenFile.Waits(
                        name, unknown.get().found() + " as far as is known; it waits until the ledger is there");
            }
            places.refused(file, refused.text() + "\n");
            return new TakenFile.Refused(name, refused.text());
        }
        ReadFile.Pages pages = (ReadFile.Pages) read;
        gateway.store(pages.pages());
        places.done(file, aside(pages.aside()));
        return new TakenFile.Stored(name, pages);
    }

    private static String aside(ReadFile.Aside aside) {
        long further = aside.left() - aside.problems().size();
        return aside.problems().stream().map(problem -> problem.text() + "\n").collect(Collectors.joining())
                + (further > 0 ? "and " + further + " more of them\n" : "");
    }
}
