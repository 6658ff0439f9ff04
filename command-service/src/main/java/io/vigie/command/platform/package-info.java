/** What several use cases of the command-service share. */
@NullMarked
package io.vigie.command.platform;

import org.jspecify.annotations.NullMarked;
