package io.smartblocks.portal.energy.upload;

import static java.util.stream.Collectors.groupingBy;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.Note;
import io.smartblocks.ledger.meter.Problem;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeter;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads a kept file as an import does, and says what it would do; of the meters of one operator only. */
@Component
public class Previews {

    private static final long PATIENCE_SECONDS = 30;

    private final Ledger ledger;
    private final Clock clock;

    /** Files are read one after the other, so that several large ones do not fill the memory. */
    private final Semaphore turn = new Semaphore(1, true);

    Previews(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Does something while no other file is read; empty if that takes too long. */
    public <T> Optional<T> inTurn(Supplier<T> reading) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(reading.get());
        } finally {
            turn.release();
        }
    }

    /** The file as it would be read for the operator: meters of others are unknown to it. */
    ReadFile read(Upload upload, MemberId operator) {
        return read(Path.of(upload.stored()), upload.meter(), upload.leavingOut(), operator);
    }

    private ReadFile read(Path file, String meter, boolean leavingOut, MemberId operator) {
        ColumnChoice choice = meter.isEmpty() ? ColumnChoice.fromHeader() : ColumnChoice.ofMeter(new MeterId(meter));
        return new ReadingsFile(own(operator), clock, Thresholds.standard())
                .read(file, leavingOut ? choice.puttingAsideWhatDoesNotFit() : choice);
    }

    private RegisteredMeters own(MemberId operator) {
        RegisteredMeters all = RegisteredMeters.on(ledger);
        return new RegisteredMeters() {
            @Override
            public Optional<RegisteredMeter> find(MeterId id) {
                return ledger.state(StateKey.meter(id), MeterState.class)
                        .filter(meter -> meter.operator().equals(operator))
                        .flatMap(meter -> all.find(id));
            }

            @Override
            public Optional<ReadingsPage> readings(MeterId id, LocalDate day) {
                return find(id).flatMap(meter -> all.readings(id, day));
            }
        };
    }

    Preview of(Upload upload, MemberId operator) {
        return of(Path.of(upload.stored()), upload.meter(), upload.leavingOut(), operator);
    }

    /**
     * What would become of a file.
     *
     * @param meter whose readings they are; empty where the file says so itself
     * @param leavingOut whether rows that cannot be taken are left out
     */
    public Preview of(Path file, String meter, boolean leavingOut, MemberId operator) {
        ReadFile read = read(file, meter, leavingOut, operator);
        if (read instanceof ReadFile.Refused refused) {
            return new Preview(
                    false,
                    List.of(),
                    faults(refused.problems()),
                    refused.further(),
                    List.of(),
                    0,
                    List.of(),
                    List.of(),
                    0,
                    0,
                    0,
                    0,
                    0);
        }
        ReadFile.Pages pages = (ReadFile.Pages) read;
        MeterGateway.Preview would = MeterGateway.preview(pages.pages(), ledger);
        return new Preview(
                !pages.pages().isEmpty(),
                meters(pages.pages()),
                faults(pages.aside().problems()),
                Math.max(0, pages.aside().left() - pages.aside().problems().size()),
                would.conflicts().first().stream().map(Previews::differing).toList(),
                would.conflicts().further(),
                pages.notes().stream().map(Note::text).toList(),
                pages.found().lines(),
                pages.aside().rows(),
                pages.aside().left(),
                pages.readings(),
                would.recorded(),
                would.already());
    }

    private List<Preview.OfMeter> meters(List<ReadingsPage> pages) {
        Map<MeterId, List<ReadingsPage>> byMeter = pages.stream()
                .collect(groupingBy(ReadingsPage::meter, TreeMap::new, java.util.stream.Collectors.toList()));
        return byMeter.entrySet().stream()
                .map(entry -> {
                    List<ReadingsPage> of = entry.getValue();
                    int missing = of.stream().mapToInt(ReadingsPage::missing).sum();
                    int all = of.stream().mapToInt(page -> page.values().size()).sum();
                    return new Preview.OfMeter(
                            entry.getKey().value(),
                            ledger.state(StateKey.meter(entry.getKey()), MeterState.class)
                                    .map(MeterState::label)
                                    .orElse(""),
                            of.stream()
                                    .map(ReadingsPage::day)
                                    .min(LocalDate::compareTo)
                                    .orElseThrow(),
                            of.stream()
                                    .map(ReadingsPage::day)
                                    .max(LocalDate::compareTo)
                                    .orElseThrow(),
                            of.size(),
                            all - missing,
                            missing);
                })
                .toList();
    }

    private static Preview.Differing differing(Forwarded.Conflict conflict) {
        return new Preview.Differing(conflict.meter().value(), conflict.start(), conflict.onLedger(), conflict.here());
    }

    private static List<Preview.Fault> faults(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Preview.Fault(problem.line(), problem.found(), problem.expected(), problem.mend()))
                .toList();
    }
}
