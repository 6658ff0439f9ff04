/** Builds the risk views anew from Kafka. */
@NullMarked
package io.vigie.standalone.rebuild;

import org.jspecify.annotations.NullMarked;
