package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import io.smartblocks.runtime.evidence.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A settled period: its lines and documents at once, its full statement and bytes when they are asked for. */
public final class Settlement {

    private final List<Line> lines;
    private final List<Document> documents;
    private final List<Duty> duties;
    private final Map<String, String> excused;
    private final Optional<Corrected> corrected;
    private final Supplier<Statement> statement;
    private Optional<Statement> made = Optional.empty();

    Settlement(
            List<Line> lines,
            List<Document> documents,
            List<Duty> duties,
            Map<String, String> excused,
            Optional<Corrected> corrected,
            Supplier<Statement> statement) {
        this.lines = List.copyOf(lines);
        this.documents = List.copyOf(documents);
        this.duties = List.copyOf(duties);
        this.excused = Map.copyOf(excused);
        this.corrected = requireNonNull(corrected, "corrected");
        this.statement = requireNonNull(statement, "statement");
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Document> documents() {
        return documents;
    }

    /** What is owed besides money. */
    public List<Duty> duties() {
        return duties;
    }

    /** The clauses under which nothing is owed because an exception holds, each with that exception. */
    public Map<String, String> excused() {
        return excused;
    }

    /** True if an earlier statement says the same: the same values, and the same owed under the same clauses. */
    public boolean owesTheSameAs(Statement earlier) {
        return CorrectionMaking.isSame(lines, earlier.lines())
                && values().equals(earlier.values())
                && statement().powers().equals(earlier.powers())
                && duties.size() == earlier.duties().size()
                && IntStream.range(0, duties.size())
                        .allMatch(i -> duties.get(i).isSameAs(earlier.duties().get(i)));
    }

    /** True if nobody owes anything and nobody may do anything. */
    public boolean owesNothing() {
        return lines.isEmpty() && duties.isEmpty() && statement().powers().isEmpty();
    }

    /** The earlier settlement that this one corrects, with the difference. */
    public Optional<Corrected> corrected() {
        return corrected;
    }

    public List<TermValue> values() {
        return statement().values();
    }

    public List<LineTrace> trace() {
        return statement().trace();
    }

    /** The settlement in full. */
    public synchronized Statement statement() {
        if (made.isEmpty()) {
            made = Optional.of(statement.get());
        }
        return made.get();
    }

    /**
     * The one byte form of the statement: the same input gives the same bytes on every machine. A statement that nobody has
     * asked for is not kept for it.
     */
    public synchronized byte[] canonicalJson() {
        return StatementWriter.write(made.orElseGet(statement));
    }

    /** SHA-256 of the canonical bytes, in hexadecimal. */
    public String sha256() {
        return Sha256.of(canonicalJson());
    }

    /** The statement that canonical bytes say. */
    public static Statement fromJson(byte[] json) {
        return StatementReader.read(json);
    }
}
