package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.ledger.identity.Slug;
import java.util.List;
import java.util.Optional;

/** A template's parameters with what was typed for each, and the text that they give once every answer will do. */
record FilledForm(String title, List<Question> questions, Optional<String> text) {

    FilledForm {
        questions = List.copyOf(questions);
    }

    /**
     * One parameter with its answer.
     *
     * @param typed the words typed for it
     * @param written the same as the text has it
     * @param problem what is wrong with them; an open question has a problem too
     */
    record Question(Parameter parameter, String typed, String written, Optional<String> problem) {

        /** The name of its field. */
        String id() {
            return idOf(parameter);
        }

        boolean isOpen() {
            return typed.isBlank();
        }

        boolean isWrong() {
            return !isOpen() && problem.isPresent();
        }

        boolean asksFor(Class<? extends Kind> kind) {
            return kind.isInstance(parameter.kind());
        }
    }

    /** The field name of a parameter. */
    static String idOf(Parameter parameter) {
        return "answer-" + Slug.of(parameter.name());
    }

    long open() {
        return questions.stream().filter(Question::isOpen).count();
    }

    long wrong() {
        return questions.stream().filter(Question::isWrong).count();
    }
}
