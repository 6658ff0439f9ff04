/** Documents of models and which of them are to score, kept in the transaction of the events that say so. */
@NullMarked
package io.vigie.command.modelregistry;

import org.jspecify.annotations.NullMarked;
