package io.smartblocks.ledger.fabric.block;

import java.util.List;
import java.util.Optional;

/** What a transaction of a channel is about. */
public sealed interface Content {

    /**
     * A call of a chaincode.
     *
     * @param function its first argument as text; empty where there is none
     * @param arguments the others
     * @param status what it answered with, 200 for success
     * @param message what it said beside that
     * @param answer what it answered
     * @param event the event that it made, if any
     * @param endorsers whose peers vouched for it
     * @param access what it read and wrote, chaincode by chaincode
     */
    record Invocation(
            String chaincode,
            String function,
            List<Octets> arguments,
            int status,
            String message,
            Octets answer,
            Optional<Event> event,
            List<ChannelIdentity> endorsers,
            List<NamespaceAccess> access)
            implements Content {

        public Invocation {
            arguments = List.copyOf(arguments);
            endorsers = List.copyOf(endorsers);
            access = List.copyOf(access);
        }

        /** It in words, with each argument cut to so many characters. */
        public String shown(int atMost) {
            String list = String.join(
                    ", ", arguments.stream().map(each -> each.shown(atMost)).toList());
            return chaincode + ": " + Octets.printable(function) + "(" + list + ")";
        }
    }

    /** An event of a chaincode. */
    record Event(String name, Octets payload) {}

    /**
     * A configuration of the channel.
     *
     * @param sequence counts configurations, from 0
     * @param organisations those whose peers hold the channel, by membership provider or name, sorted
     * @param orderers those that make its blocks, sorted
     * @param capabilities what its members must be able to do, such as {@code V2_5}, sorted
     */
    record Configuration(long sequence, List<String> organisations, List<String> orderers, List<String> capabilities)
            implements Content {

        public Configuration {
            organisations = List.copyOf(organisations);
            orderers = List.copyOf(orderers);
            capabilities = List.copyOf(capabilities);
        }
    }

    /** What the peers did not take either, or is of a kind that is not known here. */
    record Unread(String why) implements Content {}
}
