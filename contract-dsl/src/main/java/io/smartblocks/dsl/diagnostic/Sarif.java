package io.smartblocks.dsl.diagnostic;

import static io.smartblocks.dsl.diagnostic.DiagnosticJson.map;

import java.util.List;
import java.util.Map;

/** Diagnostics as SARIF 2.1.0, for code hosts and editors that show it. */
public final class Sarif {

    private Sarif() {}

    /** One SARIF log about one text. */
    public static String write(SourceText source, List<Diagnostic> diagnostics) {
        return write(Map.of(source, diagnostics));
    }

    /** One SARIF log with one run about several texts. */
    public static String write(Map<SourceText, List<Diagnostic>> findings) {
        List<Map<String, Object>> rules = findings.values().stream()
                .flatMap(List::stream)
                .map(Diagnostic::code)
                .distinct()
                .sorted()
                .map(Sarif::rule)
                .toList();
        List<Map<String, Object>> results = findings.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(diagnostic -> result(of.getKey(), diagnostic)))
                .toList();
        Map<String, Object> driver = map("name", "SmartBlocks", "rules", rules);
        return Json.write(map(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
                "version", "2.1.0",
                "runs", List.of(map("tool", map("driver", driver), "results", results))));
    }

    private static Map<String, Object> rule(Code code) {
        return map(
                "id", code.name(),
                "shortDescription", map("text", code.title()),
                "help", map("text", MessagePage.plain(code), "markdown", MessagePage.markdown(code)));
    }

    private static Map<String, Object> result(SourceText source, Diagnostic diagnostic) {
        SourceRange range = diagnostic.range();
        Map<String, Object> region = map(
                "startLine", range.line(),
                "startColumn", range.column(),
                "charOffset", range.start(),
                "charLength", range.end() - range.start());
        Map<String, Object> place =
                map("physicalLocation", map("artifactLocation", map("uri", source.name()), "region", region));
        return map(
                "ruleId", diagnostic.code().name(),
                "level", diagnostic.severity().word(),
                "message", map("text", text(diagnostic)),
                "locations", List.of(place));
    }

    private static String text(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.fixes().forEach(fix -> text.append("\nhelp: ").append(fix.text()));
        return text.toString();
    }
}
