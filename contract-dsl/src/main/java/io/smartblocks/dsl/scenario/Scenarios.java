package io.smartblocks.dsl.scenario;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the scenarios of a document; findings go to the resolver's. */
public final class Scenarios {

    private final Names names;
    private final Resolver resolver;
    private final Steps steps;

    private Scenarios(Names names, Resolution resolution) {
        this.names = names;
        this.resolver = resolution.resolver();
        this.steps = new Steps(resolution);
    }

    /** The scenarios, as far as they are without fault. */
    public static List<Scenario> of(Document document, Names names, Resolution resolution) {
        Scenarios scenarios = new Scenarios(names, resolution);
        return document.all(Sentence.Story.class).map(scenarios::scenario).toList();
    }

    private Scenario scenario(Sentence.Story story) {
        List<Scenario.Step> resolved = new ArrayList<>();
        for (StepSyntax step : story.steps()) {
            steps.of(step).ifPresent(resolved::add);
        }
        story.like().ifPresent(resolver::scenario);
        story.after().ifPresent(resolver::scenario);
        if (followsItself(story)) {
            resolver.report(Diagnostic.of(
                            Code.E0205,
                            story.name().at(),
                            "scenario \"%s\" follows itself"
                                    .formatted(story.name().text()))
                    .help("let it begin with its own givens, without `like` or `after`"));
        }
        return new Scenario(
                story.name().text(), story.like().map(Word::text), story.after().map(Word::text), resolved, story.at());
    }

    private boolean followsItself(Sentence.Story story) {
        Set<String> seen = new HashSet<>();
        Optional<Sentence.Story> next = Optional.of(story);
        while (next.isPresent()) {
            Sentence.Story one = next.orElseThrow();
            if (!seen.add(one.name().text())) {
                return one.name().text().equals(story.name().text());
            }
            next = one.like().or(one::after).flatMap(title -> names.scenario(title.text()));
        }
        return false;
    }
}
