package io.smartblocks.ledger.fabric;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands in for a process of Fabric: it listens, and tells everyone what a network says of itself that is well. */
final class FakeListener {

    private static final String METRICS = """
            HTTP/1.0 200 OK

            gossip_membership_total_peers_known{channel="energy"} 1
            consensus_etcdraft_is_leader{channel="energy"} 1
            """;

    private FakeListener() {}

    public static void main(String[] ports) throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (String port : ports) {
            ServerSocket socket = new ServerSocket(Integer.parseInt(port), 50, InetAddress.getLoopbackAddress());
            threads.add(new Thread(() -> answer(socket)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void answer(ServerSocket socket) {
        while (true) {
            try (Socket caller = socket.accept()) {
                caller.getOutputStream().write(METRICS.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // whoever only looked whether somebody listens has left
                continue;
            }
        }
    }
}
