/** The topology: events, features, scores. */
@NullMarked
package io.vigie.scoring;

import org.jspecify.annotations.NullMarked;
