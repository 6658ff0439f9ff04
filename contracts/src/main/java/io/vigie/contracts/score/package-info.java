/** What the scoring says about clients. */
@NullMarked
package io.vigie.contracts.score;

import org.jspecify.annotations.NullMarked;
