package io.vigie.query.livestream;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something when a stream is over, however it ended. */
record Leaving(Runnable last) implements AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    @Override
    public void onComplete(AsyncEvent event) {
        last.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete(event);
    }

    @Override
    public void onError(AsyncEvent event) {
        complete(event);
    }

    /** Unless whoever could not write has done so. */
    private static void complete(AsyncEvent event) {
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException over) {
            LOG.debug("A stream was over already", over);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody dispatches it.
    }
}
