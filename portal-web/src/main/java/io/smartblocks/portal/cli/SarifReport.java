package io.smartblocks.portal.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;

/** What {@code check --format sarif} prints: SARIF 2.1.0, which code hosts show beside the lines. */
record SarifReport(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    record Run(Tool tool, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, List<Rule> rules) {}

    record Rule(String id, Text shortDescription) {}

    record Result(String ruleId, String level, Text message, List<Location> locations) {}

    record Location(PhysicalLocation physicalLocation) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri) {}

    record Region(int startLine, int startColumn, int charOffset, int charLength) {}

    record Text(String text) {}

    static SarifReport of(List<CheckedText> checked) {
        List<Rule> rules = checked.stream()
                .flatMap(text -> text.diagnostics().stream())
                .map(Diagnostic::code)
                .distinct()
                .sorted()
                .map(code -> new Rule(code.name(), new Text(code.title())))
                .toList();
        List<Result> results = checked.stream()
                .flatMap(text -> text.diagnostics().stream()
                        .map(d -> result(text.source().name(), d)))
                .toList();
        return new SarifReport(
                "https://json.schemastore.org/sarif-2.1.0.json",
                "2.1.0",
                List.of(new Run(new Tool(new Driver("SmartBlocks", rules)), "utf16CodeUnits", results)));
    }

    private static Result result(String file, Diagnostic diagnostic) {
        SourceRange at = diagnostic.range();
        return new Result(
                diagnostic.code().name(),
                diagnostic.severity().word(),
                new Text(diagnostic.message()),
                List.of(new Location(new PhysicalLocation(
                        new ArtifactLocation(file.replace('\\', '/')),
                        new Region(at.line(), at.column(), at.start(), at.end() - at.start())))));
    }
}
