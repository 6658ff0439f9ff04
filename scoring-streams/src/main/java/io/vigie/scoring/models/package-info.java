/** Which models score: read from the topic of models, loaded, and kept for whoever scores. */
@NullMarked
package io.vigie.scoring.models;

import org.jspecify.annotations.NullMarked;
