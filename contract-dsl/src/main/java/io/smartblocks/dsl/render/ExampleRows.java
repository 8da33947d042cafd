package io.smartblocks.dsl.render;

import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays the steps of a scenario out as rows; what is given after an expectation begins the next row. */
final class ExampleRows {

    private final AgreementText text;
    private final List<Entry.Row> rows = new ArrayList<>();
    private final List<List<Phrase>> given = new ArrayList<>();
    private final List<List<Phrase>> settled = new ArrayList<>();
    private final List<List<Phrase>> expected = new ArrayList<>();

    ExampleRows(AgreementText text) {
        this.text = text;
    }

    Entry of(Sentence.Story story) {
        story.steps().forEach(this::step);
        close();
        Optional<String> follows = story.like()
                .map(it -> "like “%s”".formatted(it.text()))
                .or(() -> story.after().map(it -> "after “%s”".formatted(it.text())));
        return new Entry.Example(story.name().text(), follows, rows);
    }

    private void step(StepSyntax step) {
        List<Phrase> words = text.sentence(step.at());
        List<Phrase> withoutVerb = new ArrayList<>(words.subList(1, words.size()));
        withoutVerb.set(0, withoutVerb.get(0).first());
        switch (words.get(0).text()) {
            case "expect" -> expected.add(withoutVerb);
            case "settle" -> {
                closeAnswered();
                settled.add(withoutVerb);
            }
            default -> {
                closeAnswered();
                given.add(withoutVerb);
            }
        }
    }

    private void closeAnswered() {
        if (!expected.isEmpty()) {
            close();
        }
    }

    private void close() {
        rows.add(new Entry.Row(given, settled, expected));
        given.clear();
        settled.clear();
        expected.clear();
    }
}
