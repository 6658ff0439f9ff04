/** Tests of waiting for a consistency token. */
@NullMarked
package io.vigie.query.trackprogress;

import org.jspecify.annotations.NullMarked;
