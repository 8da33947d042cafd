package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One meter has one name, and a rate of VAT is a part of what is paid. */
final class ThingCheck {

    private ThingCheck() {}

    static List<Diagnostic> of(Document document, Resolution resolution) {
        List<Diagnostic> findings = new ArrayList<>();
        Map<String, Declaration.Meter> byId = new HashMap<>();
        for (Declaration.Meter meter : resolution.meters()) {
            meter.id()
                    .map(id -> byId.putIfAbsent(id, meter))
                    .ifPresent(first -> findings.add(Diagnostic.of(
                                    Code.W0710,
                                    meter.at(),
                                    "`%s` and `%s` are one meter, %s"
                                            .formatted(
                                                    first.name(),
                                                    meter.name(),
                                                    meter.id().orElseThrow()))
                            .note(first.at(), "first here")
                            .help("give each meter its own id, or use one name for it")));
        }
        List<Sentence.Vat> sentences = document.all(Sentence.Vat.class).toList();
        for (int i = 0;
                i < resolution.vat().size()
                        && sentences.size() == resolution.vat().size();
                i++) {
            Vat vat = resolution.vat().get(i);
            if (vat.rate().signum() < 0 || vat.rate().compareTo(Exact.ONE) > 0) {
                findings.add(
                        Diagnostic.of(Code.E0609, sentences.get(i).at(), "VAT is from 0 % to 100 % of what is paid")
                                .help("write the rate as a percentage: `VAT at 23 % is added to clause 1.`"));
            }
        }
        return findings;
    }
}
