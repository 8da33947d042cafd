package io.smartblocks.dsl.defaults;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Settings.CarriedCorrections;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which periods wait with their corrections for a longer one. */
final class Carrying {

    private final Resolution resolution;
    private final List<Diagnostic> findings;
    private final List<CarriedCorrections> carried = new ArrayList<>();
    private final Map<String, Sentence.CarriedCorrections> said = new HashMap<>();

    private Carrying(Resolution resolution, List<Diagnostic> findings) {
        this.resolution = resolution;
        this.findings = findings;
    }

    static List<CarriedCorrections> of(Document document, Resolution resolution, List<Diagnostic> findings) {
        Carrying carrying = new Carrying(resolution, findings);
        document.all(Sentence.CarriedCorrections.class).forEach(carrying::add);
        return carrying.carried;
    }

    private void add(Sentence.CarriedCorrections it) {
        Optional<String> of = resolution.resolver().period(it.of());
        Optional<String> to = resolution.resolver().period(it.to());
        if (of.isEmpty() || to.isEmpty()) {
            return;
        }
        Sentence.CarriedCorrections first = said.putIfAbsent(of.orElseThrow(), it);
        if (first != null) {
            findings.add(Diagnostic.of(
                            Code.E0603,
                            it.at(),
                            "where corrections of `%s` are carried is said twice".formatted(of.orElseThrow()))
                    .note(first.at(), "first here")
                    .help("keep one of the two sentences"));
        } else if (it.after().filter(Carrying::isWithinDay).isPresent()) {
            findings.add(Diagnostic.of(
                            Code.E0608,
                            it.at(),
                            "corrections are carried from days, weeks, months or years after the end of a period on")
                    .help("write `corrections of %s from 3 months after its end are carried to %s.`"
                            .formatted(of.orElseThrow(), to.orElseThrow())));
        } else if (isLonger(to.orElseThrow(), of.orElseThrow())) {
            carried.add(new CarriedCorrections(of.orElseThrow(), to.orElseThrow(), it.after()));
        } else {
            findings.add(Diagnostic.of(
                            Code.E0608,
                            it.to().at(),
                            "corrections of `%s` are carried to a longer period, and `%s` is not longer"
                                    .formatted(of.orElseThrow(), to.orElseThrow()))
                    .help("name a period that takes in several of `%s`".formatted(of.orElseThrow())));
        }
    }

    private static boolean isWithinDay(TimeSpan span) {
        return span.unit() == TimeSpan.Unit.MINUTE || span.unit() == TimeSpan.Unit.HOUR;
    }

    private boolean isLonger(String one, String other) {
        Optional<Declaration.Period> first = period(one);
        Optional<Declaration.Period> second = period(other);
        return first.isEmpty()
                || second.isEmpty()
                || first.orElseThrow().every().roughMinutes()
                        > second.orElseThrow().every().roughMinutes();
    }

    private Optional<Declaration.Period> period(String name) {
        return resolution.periods().stream()
                .filter(period -> period.name().equals(name))
                .findFirst();
    }
}
