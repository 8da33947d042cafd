package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Deed.Section;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.SignedText;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells what led to the lines of a settlement, in the words that were signed. */
@Component
public class Causes {

    private final ReadModel read;
    private final SignedTexts texts;
    private final Words say;

    Causes(ReadModel read, SignedTexts texts, Words say) {
        this.read = read;
        this.texts = texts;
        this.say = say;
    }

    /** What led to each line of a settlement. */
    public List<Cause> of(CommitSettlement settled) {
        Statement statement = Settlement.fromJson(settled.statement().getBytes(StandardCharsets.UTF_8));
        SignedText text = read.agreements()
                .agreement(settled.agreement(), settled.version())
                .map(AgreementRecord::proposal)
                .map(texts::of)
                .orElseGet(() -> new SignedText("", Optional.empty()));
        Deed deed = Deed.of(text.words());
        return statement.trace().stream()
                .map(trace -> cause(settled, statement, text, deed, trace))
                .toList();
    }

    /** The rule of the sentence itself, which fired behind those of the terms that it names. */
    private static String rule(LineTrace trace) {
        return trace.rules().stream()
                .filter(rule -> rule.startsWith("clause " + trace.clause() + ','))
                .reduce((first, last) -> last)
                .orElse("");
    }

    private Cause cause(CommitSettlement settled, Statement statement, SignedText text, Deed deed, LineTrace trace) {
        Line line = statement.lines().get(trace.line());
        String clause = UriComponentsBuilder.fromPath("/")
                .pathSegment("agreements", settled.agreement().value())
                .queryParam("version", settled.version())
                .fragment("c" + line.clause())
                .build()
                .encode()
                .toUriString();
        return new Cause(
                line.clause(),
                deed.clause(line.clause()).map(Section::title).orElse(""),
                clause,
                say.printed(text.sentence(trace)),
                line.description(),
                rule(trace),
                line.net(),
                statement.currency(),
                SettlementRows.link(settled) + "/lines/" + (trace.line() + 1));
    }
}
