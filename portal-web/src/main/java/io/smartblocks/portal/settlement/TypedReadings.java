package io.smartblocks.portal.settlement;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Readings and other figures that somebody types or pastes to try an agreement: lines of a name, a time and a figure, a table
 * with a column for each name, or sentences as scenarios have them. All are read as sentences of a scenario, so that names
 * and units mean what they mean in the agreement.
 */
final class TypedReadings {

    static final int MOST_LINES = 4_000;

    /** A table of four thousand lines may have a column for each of hundreds of meters. */
    static final int MOST_FIGURES = 10_000;

    private static final String SCENARIO = "\n\nscenario \"typed for a dry run\":\n";

    private final Agreement agreement;
    private final Words say;
    private final GivenNames names;
    private final List<String> sentences = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<Integer, String> problems = new TreeMap<>();

    private TypedReadings(Agreement agreement, Words say) {
        this.agreement = agreement;
        this.say = say;
        this.names = new GivenNames(agreement);
    }

    /**
     * What was typed.
     *
     * @param steps what it gives, in the order of its lines
     * @param problems what is wrong with it, by line
     */
    record Read(List<Scenario.Step> steps, List<String> problems) {}

    /** Reads lines for an agreement whose text is given too. */
    static Read of(String typed, String text, Agreement agreement, Words say) {
        TypedReadings readings = new TypedReadings(agreement, say);
        List<String> lines = typed.lines().toList();
        if (lines.size() > MOST_LINES) {
            return new Read(List.of(), List.of(say.message("typed.lines", lines.size(), MOST_LINES)));
        }
        readings.split(lines);
        if (readings.sentences.size() > MOST_FIGURES) {
            return new Read(List.of(), List.of(say.message("typed.figures", readings.sentences.size(), MOST_FIGURES)));
        }
        List<Scenario.Step> steps = readings.problems.isEmpty() ? readings.steps(text) : List.of();
        return new Read(
                steps,
                readings.problems.entrySet().stream()
                        .map(problem -> say.message("typed.line", problem.getKey(), problem.getValue()))
                        .toList());
    }

    private void split(List<String> lines) {
        List<String> columns = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (line.startsWith("given ")) {
                add(i + 1, line.endsWith(".") ? line : line + '.');
            } else if (isHead(cells)) {
                columns = cells;
            } else if (!columns.isEmpty() && GivenTime.of(cells.get(0)).isPresent()) {
                row(i + 1, columns, cells);
            } else {
                single(i + 1, cells);
            }
        }
        if (sentences.isEmpty() && problems.isEmpty()) {
            problems.put(1, say.message("typed.nothing"));
        }
    }

    /** The first line of a table: a word for the time, and then names of the agreement. */
    private boolean isHead(List<String> cells) {
        return cells.size() > 1
                && !names.knows(cells.get(0))
                && GivenTime.of(cells.get(0)).isEmpty()
                && cells.stream().skip(1).allMatch(names::knows);
    }

    private void row(int line, List<String> columns, List<String> cells) {
        if (cells.size() > columns.size()) {
            problems.put(line, say.message("typed.cells", cells.size(), columns.size()));
            return;
        }
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                given(line, columns.get(i), cells.get(0), List.of(cells.get(i)));
            }
        }
    }

    private void single(int line, List<String> cells) {
        if (cells.size() < 3) {
            problems.put(line, say.message("typed.shape", String.join(", ", cells)));
        } else if (!names.knows(cells.get(0))) {
            problems.put(line, say.message("typed.name", cells.get(0), GivenNames.some(names.all())));
        } else {
            given(line, cells.get(0), cells.get(1), cells.subList(2, cells.size()));
        }
    }

    private void given(int line, String name, String when, List<String> figures) {
        Optional<GivenTime> time = GivenTime.of(when);
        if (time.isEmpty()) {
            problems.put(line, say.message("typed.when", when));
            return;
        }
        GivenNames.Sentence sentence = names.sentence(name, time.get(), figures);
        if (sentence.problem().isEmpty()) {
            add(line, sentence.words());
        } else {
            problems.put(line, say.message("typed.given." + sentence.problem(), name, when, sentence.words()));
        }
    }

    private void add(int line, String sentence) {
        sentences.add(sentence);
        lines.add(line);
    }

    private List<Scenario.Step> steps(String text) {
        Compilation compilation = AgreementCompiler.compile(
                new SourceText("dry run", text + SCENARIO + String.join("\n", sentences) + '\n'));
        int before = (int) (text + SCENARIO).chars().filter(c -> c == '\n').count();
        compilation.diagnostics().stream()
                .filter(Diagnostic::isError)
                .forEach(fault -> problems.putIfAbsent(
                        lines.get(Math.min(Math.max(fault.range().line() - before - 1, 0), lines.size() - 1)),
                        English.said(fault.message())));
        return compilation
                .agreement()
                .filter(any -> problems.isEmpty())
                .map(with -> with.scenarios().get(with.scenarios().size() - 1).steps())
                .orElse(List.of());
    }

    /** Cells of a line as spreadsheets copy it, or as files have it. */
    private static List<String> cells(String line) {
        String separator = line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : ",";
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(separator, -1)) {
            cells.add(cell.strip().replaceAll("^\"(.*)\"$", "$1"));
        }
        return cells;
    }
}
