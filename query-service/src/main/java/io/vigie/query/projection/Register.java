package io.vigie.query.projection;

import io.vigie.query.platform.Writes;
import java.util.List;

/**
 * A topic of which the latest record about each subject holds. Its records don't count, so none waits for another; one that
 * isn't understood is given up.
 *
 * @param <P> what a record says
 */
public interface Register<P> {

    /** The topic it reads. */
    String topic();

    /** Understands a record, or says why not. */
    P read(Arrival arrival) throws Garbage;

    /** Has them written down where nothing later is known; the same again changes nothing. */
    void write(Writes writes, List<P> understood);
}
