/** An administrator adds people and programs, and shuts them out. */
@NullMarked
package io.vigie.access.manageaccounts;

import org.jspecify.annotations.NullMarked;
