package io.smartblocks.ledger.family;

import io.smartblocks.ledger.transaction.Payload;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One row of the table who × what × state: what is asked for, in which state, and what each actor hears.
 *
 * @param state the state in words
 * @param world the state
 * @param request what each actor asks for
 * @param answers {@code yes} or the code of the refusal, for every actor
 */
record Case(String state, World world, Function<Actor, Payload> request, Map<Actor, String> answers) {

    static final String YES = "yes";

    /**
     * A case in which all ask for the same.
     *
     * @param expected such as {@code registrar,b-key=yes *=not-allowed}: the star is for all other active members; those who
     *     are not active are refused as such unless they are named
     */
    static Case of(String state, World world, Payload payload, String expected) {
        return new Case(state, world, actor -> payload, answers(expected));
    }

    /** A case in which each asks for something about itself. */
    static Case each(String state, World world, Function<Actor, Payload> request, String expected) {
        return new Case(state, world, request, answers(expected));
    }

    String action() {
        return request.apply(Actor.REGISTRAR).action();
    }

    String family() {
        return request.apply(Actor.REGISTRAR).family();
    }

    /** What the families answer the actor; the world stays as it was. */
    String heardBy(Actor actor) {
        Decision decision = world.fork().ask(actor.member(), request.apply(actor));
        return decision instanceof Decision.Refused refused ? refused.code().code() : YES;
    }

    /** What those hear who may not act at all, whatever they ask for. */
    static Map<Actor, String> usualAnswers() {
        Map<Actor, String> answers = new EnumMap<>(Actor.class);
        answers.put(Actor.EXPIRED, "key-expired");
        answers.put(Actor.SUSPENDED, "signer-not-active");
        answers.put(Actor.OF_SUSPENDED, "signer-not-active");
        answers.put(Actor.APPLICANT, "signer-not-active");
        answers.put(Actor.REJECTED, "signer-not-active");
        answers.put(Actor.UNKNOWN, "signer-unknown");
        return answers;
    }

    private static Map<Actor, String> answers(String expected) {
        Map<Actor, String> answers = usualAnswers();
        for (String part : expected.split(" ")) {
            String[] sides = part.split("=");
            for (String who : sides[0].split(",")) {
                if (who.equals("*")) {
                    Actor.ACTIVE.forEach(actor -> answers.putIfAbsent(actor, sides[1]));
                } else if (who.equals("all")) {
                    for (Actor actor : Actor.values()) {
                        answers.put(actor, sides[1]);
                    }
                } else {
                    answers.put(Actor.of(who), sides[1]);
                }
            }
        }
        if (answers.size() < Actor.values().length) {
            throw new IllegalArgumentException("'" + expected + "' leaves some actor out");
        }
        return answers;
    }
}
