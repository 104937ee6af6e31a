package org.ancregistry.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ancregistry.sandbox.http.Handler;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Bad days: an eSignet that is down, or slow. */
final class Weather implements Handler, AutoCloseable {

    private final Handler behind;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean down;
    private volatile Duration delay = Duration.ZERO;

    Weather(Handler behind) {
        this.behind = behind;
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    void delay(Duration by) {
        delay = by;
    }

    @Override
    public Response handle(Request request) {
        await(delay);
        return down ? Response.empty(503) : behind.handle(request);
    }

    /** Closing the sandbox ends the wait. */
    private void await(Duration time) {
        try {
            if (!time.isZero() && closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The sandbox was closed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
