package io.smartblocks.dsl.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Diagnostics as JSON, for tools of our own. */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    /** One JSON object with the file's name and its diagnostics in order. */
    public static String write(SourceText source, List<Diagnostic> diagnostics) {
        return Json.write(map(
                "file", source.name(),
                "diagnostics",
                        diagnostics.stream().map(DiagnosticJson::diagnostic).toList()));
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        return map(
                "code", diagnostic.code().name(),
                "title", diagnostic.code().title(),
                "page", MessagePage.path(diagnostic.code()),
                "severity", diagnostic.severity().word(),
                "range", range(diagnostic.range()),
                "message", diagnostic.message(),
                "notes",
                        diagnostic.notes().stream()
                                .map(note -> map("range", range(note.range()), "text", note.text()))
                                .toList(),
                "fixes", diagnostic.fixes().stream().map(DiagnosticJson::fix).toList());
    }

    private static Map<String, Object> fix(Diagnostic.Fix fix) {
        Map<String, Object> written = map("text", fix.text());
        fix.edit().ifPresent(edit -> {
            written.put("range", range(edit.range()));
            written.put("replacement", edit.replacement());
        });
        return written;
    }

    private static Map<String, Object> range(SourceRange range) {
        return map("start", range.start(), "end", range.end(), "line", range.line(), "column", range.column());
    }

    /** A map in the order of its arguments, names and values in turn. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
