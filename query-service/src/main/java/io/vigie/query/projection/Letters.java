package io.vigie.query.projection;

import java.util.List;

/** Where records go that can't be handled. */
public interface Letters {

    /** Returns once all of them are safe; fails when that isn't known. */
    void post(List<Letter> letters);
}
