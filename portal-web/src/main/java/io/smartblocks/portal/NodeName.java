package io.smartblocks.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a node is called where no setting names it: by its machine and process. */
final class NodeName {

    private NodeName() {}

    static String ofThisProcess() {
        return machine() + "/" + ProcessHandle.current().pid();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
