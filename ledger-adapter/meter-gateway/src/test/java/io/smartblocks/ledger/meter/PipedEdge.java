package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An edge gateway in a process of its own, whose ledger is in another one: it asks on its output and is told on its input. */
final class PipedEdge {

    private static final BufferedReader ANSWERS =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private PipedEdge() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        try (Outbox outbox = Outbox.open(directory.resolve("outbox"), GatewayFixture.CLOCK)) {
            EdgeGateway gateway = new EdgeGateway(
                    new LedgerId(new Hash(arguments[1])),
                    EdgeProcess.signer(directory, "operator"),
                    GatewayFixture.CLOCK,
                    outbox);
            for (int day = Integer.parseInt(arguments[2]); ; day++) {
                gateway.store(List.of(EdgeProcess.page(day)));
                System.out.println("stored " + day);
                if (day % 3 == 0) {
                    gateway.forward(ledger());
                }
            }
        }
    }

    private static Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "submit" -> submitted((Batch) arguments[0]);
                    case "find" -> found(asked("find " + arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static CompletableFuture<Submission> submitted(Batch batch) {
        String[] answer = asked("submit " + batch.json()).split(" ", 3);
        return CompletableFuture.completedFuture(
                answer[0].equals("committed")
                        ? new Submission.Committed(
                                Long.parseLong(answer[1]),
                                batch.transactions().stream()
                                        .map(Transaction::id)
                                        .toList())
                        : new Submission.Refused(answer[1], 0, answer[2]));
    }

    private static Optional<TransactionPlace> found(String answer) {
        return answer.equals("absent")
                ? Optional.empty()
                : Optional.of(CanonicalJson.read(answer, TransactionPlace.class));
    }

    private static String asked(String question) {
        System.out.println(question);
        try {
            String answer = ANSWERS.readLine();
            if (answer == null) {
                throw new IllegalStateException("the ledger's process is gone");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
