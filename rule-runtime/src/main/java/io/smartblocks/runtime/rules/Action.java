package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule does when it fires; its text is the Java statement that the printed rules use. */
sealed interface Action {

    void perform(Settling settling);

    String text();

    /** Gives a term its value. */
    record Settle(int term, Figure figure) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.settle(term, figure.of(settling));
        }

        @Override
        public String text() {
            return "settling.settle(" + term + ", " + figure.text() + ")";
        }
    }

    /** Gives a term another value for this settlement. */
    record Replace(int term, Figure figure, int sentence) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.replace(term, figure.of(settling), sentence);
        }

        @Override
        public String text() {
            return "settling.replace(" + term + ", " + figure.text() + ", " + sentence + ")";
        }
    }

    /** Makes a line, and switches off the clauses that the sentence excepts. */
    record Pay(int sentence, Figure figure) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.pay(sentence, figure.of(settling));
        }

        @Override
        public String text() {
            return "settling.pay(" + sentence + ", " + figure.text() + ")";
        }
    }

    /** Makes a line for each share of a payment and one for the rest. */
    record Share(int sentence, Figure whole, List<Figure> shares) implements Action {
        public Share {
            shares = List.copyOf(shares);
        }

        @Override
        public void perform(Settling settling) {
            Exact[] parts = shares.stream().map(share -> share.of(settling)).toArray(Exact[]::new);
            settling.split(sentence, whole.of(settling), parts);
        }

        @Override
        public String text() {
            String parts = shares.stream().map(share -> ", " + share.text()).collect(Collectors.joining());
            return "settling.split(" + sentence + ", " + whole.text() + parts + ")";
        }
    }

    /** Lets someone owe so much of something that is no money. */
    record Owe(int sentence, Figure figure) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.owe(sentence, figure.of(settling));
        }

        @Override
        public String text() {
            return "settling.owe(" + sentence + ", " + figure.text() + ")";
        }
    }

    /** Does what a sentence without a figure says: switch off, hold, grant a power, oblige. */
    record Say(int sentence) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.say(sentence);
        }

        @Override
        public String text() {
            return "settling.say(" + sentence + ")";
        }
    }

    /** Refuses the settlement because a question stays open. */
    record Refuse(int place) implements Action {
        @Override
        public void perform(Settling settling) {
            settling.undecided(place);
        }

        @Override
        public String text() {
            return "settling.undecided(" + place + ")";
        }
    }
}
