/** Shows which clients would change band. */
@NullMarked
package io.vigie.standalone.model.changes;

import org.jspecify.annotations.NullMarked;
