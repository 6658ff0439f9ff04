/** Tests of what the use cases share. */
@NullMarked
package io.vigie.query.platform;

import org.jspecify.annotations.NullMarked;
