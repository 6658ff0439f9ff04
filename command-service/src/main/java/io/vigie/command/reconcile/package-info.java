/** Proves that the store and the topics hold the same events. */
@NullMarked
package io.vigie.command.reconcile;

import org.jspecify.annotations.NullMarked;
