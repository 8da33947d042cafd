package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Ledger;

/** The thread that sends what is appended to an outbox until it is closed. */
public final class Forwarder implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 500;

    private final Sending sending;
    private final Shelf shelf;
    private final Ledger ledger;
    private final Thread thread = new Thread(this::run, "smartblocks-outbox-forwarder");
    private volatile boolean stopped;

    private Forwarder(Sending sending, Shelf shelf, Ledger ledger) {
        this.sending = sending;
        this.shelf = shelf;
        this.ledger = ledger;
    }

    static Forwarder start(Sending sending, Shelf shelf, Ledger ledger) {
        Forwarder forwarder = new Forwarder(sending, shelf, ledger);
        forwarder.thread.setDaemon(true);
        forwarder.thread.start();
        return forwarder;
    }

    private void run() {
        try {
            while (!stopped && !shelf.closed()) {
                try {
                    sending.forward(ledger, () -> stopped);
                } catch (RuntimeException fault) {
                    shelf.failed("sending failed: " + fault);
                }
                shelf.await(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops; what is on its way is asked for by whoever forwards next. */
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
