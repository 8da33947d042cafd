package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;

/** What {@code check --json} prints. */
record CheckReport(List<File> files) {

    record File(String file, boolean valid, List<Finding> findings) {}

    record Finding(
            String code,
            String severity,
            int line,
            int column,
            int offset,
            int length,
            String message,
            List<Remark> notes,
            List<String> help) {}

    record Remark(int line, int column, String text) {}

    static CheckReport of(List<CheckedText> checked) {
        return new CheckReport(checked.stream()
                .map(text -> new File(
                        text.source().name(),
                        text.isValid(),
                        text.diagnostics().stream().map(CheckReport::finding).toList()))
                .toList());
    }

    private static Finding finding(Diagnostic diagnostic) {
        SourceRange at = diagnostic.range();
        return new Finding(
                diagnostic.code().name(),
                diagnostic.severity().word(),
                at.line(),
                at.column(),
                at.start(),
                at.end() - at.start(),
                diagnostic.message(),
                diagnostic.notes().stream()
                        .map(note ->
                                new Remark(note.range().line(), note.range().column(), note.text()))
                        .toList(),
                diagnostic.fixes().stream().map(Diagnostic.Fix::text).toList());
    }
}
