package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.time.LocalDate;
import java.util.Optional;

/** A local day as written, or the Term of a date parameter in its place. */
public record DateSyntax(Optional<LocalDate> date, Optional<String> term, SourceRange at) {}
