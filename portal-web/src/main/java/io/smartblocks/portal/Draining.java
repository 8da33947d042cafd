package io.smartblocks.portal;

import java.time.Duration;
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
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
