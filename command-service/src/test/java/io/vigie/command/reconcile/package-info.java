@NullMarked
package io.vigie.command.reconcile;

import org.jspecify.annotations.NullMarked;
