package io.smartblocks.dsl.defaults;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which required sentences about periods and meters are missing, and what holds without them. */
final class MissingRules {

    private final List<Diagnostic> findings = new ArrayList<>();

    private MissingRules() {}

    static List<Diagnostic> of(Document document, Resolution resolution) {
        MissingRules rules = new MissingRules();
        resolution.periods().forEach(rules::lag);
        rules.gaps(document, resolution);
        return rules.findings;
    }

    private void lag(Declaration.Period period) {
        if (period.settledAfter().isEmpty()) {
            findings.add(Diagnostic.of(
                            Code.W0602,
                            period.at(),
                            "nothing says when `%s` is settled; it is on the day after its end"
                                    .formatted(period.name()))
                    .help("add `, settled 5 working days after its end`"));
        }
    }

    private void gaps(Document document, Resolution resolution) {
        Set<String> ruled = resolution.gapRules().stream()
                .map(GapRule::meters)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        document.all(Sentence.Gaps.class)
                .flatMap(gaps -> gaps.meters().stream())
                .forEach(meter -> ruled.add(meter.text()));
        for (Declaration.Meter meter : resolution.meters()) {
            if (!ruled.contains(meter.name())) {
                findings.add(Diagnostic.of(
                                Code.W0602,
                                meter.at(),
                                "nothing says what happens when readings of `%s` are missing; settlement is held"
                                        .formatted(meter.name()))
                        .help("say it: `when readings of %s are missing, hold settlement.`".formatted(meter.name())));
            }
        }
    }
}
