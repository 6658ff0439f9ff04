/** Tests of what tells of changes. */
@NullMarked
package io.vigie.query.changes;

import org.jspecify.annotations.NullMarked;
