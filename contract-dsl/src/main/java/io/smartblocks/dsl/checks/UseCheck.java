package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever is given a name is used somewhere: a term that nothing uses is often a promise that nobody checks. */
final class UseCheck {

    private UseCheck() {}

    static List<Diagnostic> of(Document document) {
        Map<String, Integer> uses = new HashMap<>();
        document.sentences().forEach(sentence -> count(sentence, uses));
        List<Diagnostic> findings = new ArrayList<>();
        document.all(Sentence.Naming.class).forEach(naming -> {
            if (naming instanceof Sentence.Event event && !event.figures().isEmpty()) {
                event.figures().forEach(figure -> unused(figure.name(), uses, findings));
            } else {
                unused(naming.name(), uses, findings);
            }
        });
        return findings;
    }

    private static void unused(Word word, Map<String, Integer> uses, List<Diagnostic> findings) {
        String name = word.text();
        if (uses.getOrDefault(name, 0) + uses.getOrDefault(name + "s", 0) == 0) {
            findings.add(Diagnostic.of(Code.W0701, word.at(), "`%s` is given a meaning but never used".formatted(name))
                    .help("use it in a clause, or remove it"));
        }
    }

    private static void count(Sentence sentence, Map<String, Integer> uses) {
        Map<String, Integer> here = new HashMap<>();
        Nodes.within(sentence, Word.class).forEach(word -> here.merge(word.text(), 1, Integer::sum));
        Nodes.within(sentence, ExprSyntax.Name.class).forEach(name -> here.merge(name.text(), 1, Integer::sum));
        Nodes.within(sentence, DateSyntax.class)
                .forEach(date -> date.term().ifPresent(term -> here.merge(term, 1, Integer::sum)));
        Nodes.within(sentence, EffectSyntax.Instead.class)
                .forEach(instead -> here.merge(instead.term().text(), -1, Integer::sum));
        if (sentence instanceof Sentence.Gaps gaps) {
            gaps.meters().forEach(meter -> here.merge(meter.text(), -1, Integer::sum));
        }
        if (sentence instanceof Sentence.Start start) {
            here.merge(start.name().text(), -1, Integer::sum);
        }
        if (sentence instanceof Sentence.Naming naming) {
            here.remove(naming.name().text());
            if (naming instanceof Sentence.Event event) {
                event.figures().forEach(figure -> here.remove(figure.name().text()));
            }
        }
        here.forEach((name, count) -> uses.merge(name, count, Integer::sum));
    }
}
