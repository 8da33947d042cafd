package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.peer.PeerLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The arguments of a call, as many as its function has. */
record Arguments(String function, List<byte[]> values) {

    static Arguments of(Peer peer, int expected, String inWords) {
        List<byte[]> values = peer.arguments();
        if (values.size() != expected) {
            throw new CallRefused(
                    "'" + peer.function() + "' was called with " + values.size() + " arguments; expected " + inWords);
        }
        return new Arguments(peer.function(), values);
    }

    byte[] bytes(int place) {
        return values.get(place);
    }

    String text(int place) {
        return new String(values.get(place), StandardCharsets.UTF_8);
    }

    /** The argument as what a constructor or reader makes of its text. */
    <T> T as(int place, Function<String, T> reading) {
        try {
            return reading.apply(text(place));
        } catch (IllegalArgumentException wrong) {
            throw new CallRefused("argument " + (place + 1) + " of '" + function + "': " + wrong.getMessage());
        }
    }

    long number(int place) {
        String digits = text(place);
        boolean plain = !digits.isEmpty()
                && digits.length() <= 18
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!plain) {
            throw new CallRefused("argument " + (place + 1) + " of '" + function + "' is '" + digits
                    + "'; expected a number of at most 18 decimal digits");
        }
        return Long.parseLong(digits);
    }

    int atMost(int place) {
        long number = number(place);
        if (number < 1 || number > PeerLimits.MOST_LISTED) {
            throw new CallRefused("argument " + (place + 1) + " of '" + function + "' is " + number + "; expected 1 to "
                    + PeerLimits.MOST_LISTED);
        }
        return (int) number;
    }
}
