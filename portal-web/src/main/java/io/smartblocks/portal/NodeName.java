package io.smartblocks.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a node is called where no setting names it: by its machine and process. */
final class NodeName {

    private NodeName() {}

    /** The name that a setting gives, else one of this process. */
    static String or(String set) {
        return set.isBlank() ? machine() + "/" + ProcessHandle.current().pid() : set;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
