package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** What the language says of a text, in the form of the protocol. */
final class Faults {

    private Faults() {}

    static Diagnostic of(io.smartblocks.dsl.diagnostic.Diagnostic said, String uri, Places places) {
        Diagnostic fault = new Diagnostic(places.range(said.range()), message(said));
        fault.setSeverity(severity(said.severity()));
        fault.setCode(said.code().name());
        fault.setSource("smartblocks");
        fault.setRelatedInformation(said.notes().stream()
                .map(note ->
                        new DiagnosticRelatedInformation(new Location(uri, places.range(note.range())), note.text()))
                .toList());
        if (said.code() == Code.W0701) {
            fault.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        return fault;
    }

    /** The message, and in further lines how to mend it. */
    private static String message(io.smartblocks.dsl.diagnostic.Diagnostic said) {
        return Stream.concat(Stream.of(said.message()), said.fixes().stream().map(fix -> "help: " + fix.text()))
                .collect(Collectors.joining("\n"));
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }
}
