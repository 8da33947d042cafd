package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import java.util.List;
import java.util.Optional;

/** What every phase found out about a text, also where faults keep it from being an agreement. */
public record Analysis(
        Document document,
        Names names,
        Resolution resolution,
        Levels.Inferred inferred,
        Optional<Agreement> agreement,
        List<Diagnostic> diagnostics) {

    public Analysis {
        diagnostics = List.copyOf(diagnostics);
    }
}
