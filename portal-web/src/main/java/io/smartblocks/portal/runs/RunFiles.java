package io.smartblocks.portal.runs;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.Table;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.document.TableFiles;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The list of runs as a file, with times in ISO UTC. */
@Component
class RunFiles {

    private static final int MOST = 1_000;

    private final ReadModel read;
    private final RunRows rows;
    private final Words say;

    RunFiles(ReadModel read, RunRows rows, Words say) {
        this.read = read;
        this.rows = rows;
        this.say = say;
    }

    byte[] csv(Account reader) {
        return TableFiles.csv(table(reader));
    }

    byte[] xlsx(Account reader) {
        return TableFiles.xlsx(List.of(table(reader)));
    }

    /** The newest runs of which the reader may know. */
    private Table table(Account reader) {
        List<RunRecord> runs = read.runs().newest(MOST);
        Map<String, RunRecord> known = runs.stream().collect(Collectors.toMap(RunRecord::id, Function.identity()));
        List<String> head = List.of(
                say.message("runs.file.run"),
                say.message("runs.file.started"),
                say.message("runs.file.ended"),
                say.message("part.state"),
                say.message("run.where"),
                say.message("run.node"),
                say.message("run.settled"),
                say.message("run.open"));
        return new Table(
                "runs",
                head,
                rows.visible(reader, runs, rows.agreements(reader)).stream()
                        .map(row -> cells(row, known.get(row.id())))
                        .toList());
    }

    private static List<Cell> cells(RunRows.Row row, RunRecord run) {
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
