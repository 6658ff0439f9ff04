/** A real PostgreSQL and a real Kafka broker from Maven artefacts. */
@NullMarked
package io.vigie.embedded;

import org.jspecify.annotations.NullMarked;
