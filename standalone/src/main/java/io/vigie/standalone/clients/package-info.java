/** Lists clients, most at risk first. */
@NullMarked
package io.vigie.standalone.clients;

import org.jspecify.annotations.NullMarked;
