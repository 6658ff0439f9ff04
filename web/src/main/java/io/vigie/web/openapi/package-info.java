/** Tells whether a new OpenAPI document would break those who rely on the published one. */
@NullMarked
package io.vigie.web.openapi;

import org.jspecify.annotations.NullMarked;
