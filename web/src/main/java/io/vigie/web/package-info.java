/** What every HTTP service shares: problem details from every layer, strict JSON, limits. */
@NullMarked
package io.vigie.web;

import org.jspecify.annotations.NullMarked;
