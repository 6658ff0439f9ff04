/** Whether the views have everything up to a consistency token. */
@NullMarked
package io.vigie.query.trackprogress;

import org.jspecify.annotations.NullMarked;
