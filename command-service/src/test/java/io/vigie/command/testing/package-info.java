/** What several tests share. */
@NullMarked
package io.vigie.command.testing;

import org.jspecify.annotations.NullMarked;
