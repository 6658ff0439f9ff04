/** Starting, watching and stopping the parts of one system. */
@NullMarked
package io.vigie.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
