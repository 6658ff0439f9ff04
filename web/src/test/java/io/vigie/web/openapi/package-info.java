@NullMarked
package io.vigie.web.openapi;

import org.jspecify.annotations.NullMarked;
