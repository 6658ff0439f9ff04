/** The one origin that everybody talks to: routes, health, API documentation. */
@NullMarked
package io.vigie.standalone.edge;

import org.jspecify.annotations.NullMarked;
