/** Finds clients: by risk, state, account manager, words. */
@NullMarked
package io.vigie.query.listclients;

import org.jspecify.annotations.NullMarked;
