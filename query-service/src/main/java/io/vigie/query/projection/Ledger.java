package io.vigie.query.projection;

import io.vigie.query.platform.Writes;
import java.util.List;

/** A topic whose records are only written down. Nothing on it is garbage: what isn't understood is passed over. */
public interface Ledger {

    /** The topic it reads. */
    String topic();

    /** Has them written down; the same again changes nothing. */
    void write(Writes writes, List<Arrival> arrivals);
}
