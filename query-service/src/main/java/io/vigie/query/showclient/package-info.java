/** Shows one client. */
@NullMarked
package io.vigie.query.showclient;

import org.jspecify.annotations.NullMarked;
