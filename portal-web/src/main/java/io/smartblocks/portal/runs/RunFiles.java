package io.smartblocks.portal.runs;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.ledger.readmodel.RunLog;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of runs as a file, with times in ISO UTC. */
@Component
class RunFiles {

    private static final int AT_ONCE = 100;

    private final RunsSeen seen;
    private final RunRows rows;
    private final Words say;

    RunFiles(RunsSeen seen, RunRows rows, Words say) {
        this.seen = seen;
        this.rows = rows;
        this.say = say;
    }

    /** All runs of which the reader may know, read while the file is written. */
    LongTable table(Account reader) {
        List<String> head = List.of(
                say.message("runs.file.run"),
                say.message("runs.file.started"),
                say.message("runs.file.ended"),
                say.message("part.state"),
                say.message("run.where"),
                say.message("run.node"),
                say.message("run.settled"),
                say.message("run.open"));
        Stream<Optional<RunsSeen.RunPart>> parts = Stream.iterate(
                Optional.of(seen.part(reader, Optional.empty(), AT_ONCE)),
                Optional::isPresent,
                part -> part.flatMap(RunsSeen.RunPart::last).map(last -> part(reader, last)));
        return new LongTable(
                "runs",
                head,
                parts.flatMap(Optional::stream)
                        .flatMap(part -> part.runs().stream())
                        .map(this::cells));
    }

    private RunsSeen.RunPart part(Account reader, RunLog.Place last) {
        return seen.part(reader, Optional.of(last), AT_ONCE);
    }

    private List<Cell> cells(RunsSeen.Seen known) {
        RunRecord run = known.run();
        RunRows.Row row = rows.row(known);
        return List.of(
                text(row.id()),
                text(run.startedAt().toString()),
                text(run.endedAt().toString()),
                text(row.state()),
                text(row.where()),
                text(run.node()),
                whole(row.settled()),
                whole(row.open()));
    }
}
