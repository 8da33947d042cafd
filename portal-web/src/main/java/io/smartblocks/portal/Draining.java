package io.smartblocks.portal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Waits at a stop before connections are closed: the portal says already that it is not ready, and a proxy has the time to send
 * its readers elsewhere.
 */
@Component
class Draining implements SmartLifecycle {

    private final Duration time;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean running;

    Draining(@Value("${smartblocks.drain}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the waiting, where nobody is left to be sent elsewhere. */
    void end() {
        over.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
