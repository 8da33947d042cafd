package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import java.util.List;
import java.util.function.IntConsumer;

/** What a rule asks before it fires; its text is the Java expression that the printed rules use. */
sealed interface Question {

    Truth of(Settling settling);

    String text();

    /** Tells the slots of all inputs and terms used. */
    void uses(IntConsumer terms, IntConsumer inputs);

    /** True if the answer can be partly. */
    boolean canBePartly();

    /** Two figures compared. */
    record Compared(Figure left, Relation relation, Figure right) implements Question {
        @Override
        public Truth of(Settling settling) {
            int order = left.of(settling).compareTo(right.of(settling));
            return Truth.of(
                    switch (relation) {
                        case ABOVE -> order > 0;
                        case BELOW -> order < 0;
                        case AT_LEAST -> order >= 0;
                        case AT_MOST -> order <= 0;
                        case EQUAL_TO -> order == 0;
                    });
        }

        @Override
        public String text() {
            String method = switch (relation) {
                case ABOVE -> "above";
                case BELOW -> "below";
                case AT_LEAST -> "atLeast";
                case AT_MOST -> "atMost";
                case EQUAL_TO -> "equalTo";
            };
            return "settling." + method + "(" + left.text() + ", " + right.text() + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            left.uses(terms, inputs);
            right.uses(terms, inputs);
        }

        @Override
        public boolean canBePartly() {
            return false;
        }
    }

    /** A calendar test of the whole period, by its number in the plan. */
    record WholePeriod(int test) implements Question {
        @Override
        public Truth of(Settling settling) {
            return settling.itIs(test);
        }

        @Override
        public String text() {
            return "settling.itIs(" + test + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {}

        @Override
        public boolean canBePartly() {
            return true;
        }
    }

    /** Whether something happened to a clause, by the question's number in the plan. */
    record Happened(int event) implements Question {
        @Override
        public Truth of(Settling settling) {
            return settling.happened(event);
        }

        @Override
        public String text() {
            return "settling.happened(" + event + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {}

        @Override
        public boolean canBePartly() {
            return false;
        }
    }

    /** All parts, or any of them. */
    record Combined(boolean all, List<Question> parts) implements Question {
        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(Settling settling) {
            Truth decisive = Truth.of(!all);
            boolean partly = false;
            for (Question part : parts) {
                Truth truth = part.of(settling);
                if (truth == decisive) {
                    return decisive;
                }
                partly |= truth.isPartly();
            }
            return partly ? Truth.PARTLY : decisive.not();
        }

        @Override
        public String text() {
            if (parts.isEmpty()) {
                return "Truth." + Truth.of(all);
            }
            return parts.stream()
                    .map(Question::text)
                    .reduce((left, right) -> left + (all ? ".and(" : ".or(") + right + ")")
                    .orElseThrow();
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            parts.forEach(part -> part.uses(terms, inputs));
        }

        @Override
        public boolean canBePartly() {
            return parts.stream().anyMatch(Question::canBePartly);
        }
    }

    /** The opposite. */
    record Opposite(Question question) implements Question {
        @Override
        public Truth of(Settling settling) {
            return question.of(settling).not();
        }

        @Override
        public String text() {
            return question.text() + ".not()";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            question.uses(terms, inputs);
        }

        @Override
        public boolean canBePartly() {
            return question.canBePartly();
        }
    }

    /** Whether a question stays open, so that the settlement must be refused. */
    record Undecided(Question question) implements Question {
        @Override
        public Truth of(Settling settling) {
            return Truth.of(question.of(settling).isPartly());
        }

        @Override
        public String text() {
            return question.text() + ".partly()";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            question.uses(terms, inputs);
        }

        @Override
        public boolean canBePartly() {
            return false;
        }
    }

    /** What earlier strata left behind: a term not replaced, a clause not switched off, a sentence whose turn it is. */
    record State(Kind kind, int index) implements Question {
        /** What is asked of the state. */
        enum Kind {
            NOT_REPLACED("notReplaced"),
            IN_FORCE("inForce"),
            DUE_NOW("dueNow"),
            FALLS_HERE("fallsHere");

            private final String method;

            Kind(String method) {
                this.method = method;
            }
        }

        @Override
        public Truth of(Settling settling) {
            return switch (kind) {
                case NOT_REPLACED -> settling.notReplaced(index);
                case IN_FORCE -> settling.inForce(index);
                case DUE_NOW -> settling.dueNow(index);
                case FALLS_HERE -> settling.fallsHere(index);
            };
        }

        @Override
        public String text() {
            return "settling." + kind.method + "(" + index + ")";
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {}

        @Override
        public boolean canBePartly() {
            return false;
        }
    }
}
