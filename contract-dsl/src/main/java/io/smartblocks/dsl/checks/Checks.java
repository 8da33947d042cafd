package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.proof.Proof;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.EffectSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.StepSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the whole of an agreement. */
public final class Checks {

    private Checks() {}

    /** Findings about the whole; what an unread sentence may hold is not complained about. */
    public static List<Diagnostic> of(
            Document document,
            Resolution resolution,
            Levels.Inferred inferred,
            Optional<Settings> settings,
            List<Scenario> scenarios) {
        boolean complete = isComplete(document);
        List<Diagnostic> findings = new ArrayList<>(HeadCheck.of(document, complete));
        findings.addAll(VersionCheck.of(document));
        findings.addAll(ExceptionChecks.of(inferred.clauses()));
        findings.addAll(DutyChecks.of(document, resolution, inferred));
        findings.addAll(doubts(document, resolution, inferred, settings, complete));
        findings.addAll(StepCheck.of(document, resolution, inferred));
        findings.addAll(GuardCheck.of(inferred.clauses()));
        findings.addAll(ThingCheck.of(document, resolution));
        findings.addAll(EstimateOrder.of(document, resolution, inferred));
        findings.addAll(ReadingParts.of(resolution, inferred, settings, scenarios));
        findings.addAll(PowerCheck.of(resolution, inferred));
        if (complete) {
            findings.addAll(UseCheck.of(document));
            findings.addAll(ScenarioCheck.of(document, inferred.clauses(), scenarios));
            settings.ifPresent(said -> findings.addAll(SettleCheck.of(said, resolution.periods(), scenarios)));
        }
        return findings;
    }

    private static List<Diagnostic> doubts(
            Document document,
            Resolution resolution,
            Levels.Inferred inferred,
            Optional<Settings> settings,
            boolean complete) {
        Proof proof = Proof.of(inferred.terms(), inferred.clauses(), resolution, settings);
        Doubts doubts = new Doubts(inferred.terms(), inferred.clauses(), resolution.places(), proof);
        CaseChecks.of(doubts);
        ExceptionOrderCheck.of(doubts);
        PaymentCheck.of(doubts);
        PaymentGapCheck.of(doubts);
        DivisionCheck.of(doubts);
        if (complete) {
            SetOffCheck.of(document, doubts);
        }
        settings.ifPresent(said -> {
            MoneyCheck.of(doubts, said);
            TimeCheck.of(doubts, said);
        });
        return doubts.findings();
    }

    private static boolean isComplete(Document document) {
        return Nodes.within(document.sentences(), Record.class)
                .noneMatch(it -> it instanceof Sentence.Unread
                        || it instanceof EffectSyntax.Unread
                        || it instanceof StepSyntax.Unread);
    }
}
