/** Shows the topics as the broker has them. */
@NullMarked
package io.vigie.standalone.topics;

import org.jspecify.annotations.NullMarked;
