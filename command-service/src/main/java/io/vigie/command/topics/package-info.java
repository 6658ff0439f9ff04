/** The topics exist as the published language says, or the service does not start. */
@NullMarked
package io.vigie.command.topics;

import org.jspecify.annotations.NullMarked;
