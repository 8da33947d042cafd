package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.Ready;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers each function of the chaincode. */
public final class Calls {

    private final TreeMap<String, Function<Peer, Record>> answers = new TreeMap<>();

    /** With what {@link Functions#READY} tells. */
    public Calls(Ready ready) {
        answers.put(Functions.SUBMIT, peer -> (Record) Submitting.submit(peer));
        answers.put(Functions.BIND, Bindings::bind);
        answers.put(Functions.ADOPT, Adopting::adopt);
        answers.put(Functions.ADOPTED, Adopting::end);
        answers.put(Functions.ADOPTION, Adopting::told);
        answers.put(Functions.READY, peer -> ready(peer, ready));
        answers.put(Functions.STATE, Listing::state);
        answers.put(Functions.STATES, Listing::states);
        answers.put(Functions.STANDING, Listing::standing);
        answers.put(Functions.HISTORY, Listing::history);
        answers.put(Functions.FIND, Listing::find);
    }

    /** Whether the function may write, so that the time which its client claims matters. */
    public static boolean writes(String function) {
        return List.of(Functions.SUBMIT, Functions.BIND, Functions.ADOPT, Functions.ADOPTED)
                .contains(function);
    }

    /**
     * The canonical text of the answer, in UTF-8.
     *
     * @throws CallRefused when the call has none
     */
    public byte[] answer(Peer peer) {
        Function<Peer, Record> answer = answers.get(peer.function());
        if (answer == null) {
            throw new CallRefused("there is no function '" + peer.function() + "'; expected one of "
                    + String.join(", ", answers.keySet()));
        }
        return CanonicalJson.bytes(answer.apply(peer));
    }

    private static Record ready(Peer peer, Ready ready) {
        Arguments.of(peer, 0, "no argument");
        return ready;
    }
}
