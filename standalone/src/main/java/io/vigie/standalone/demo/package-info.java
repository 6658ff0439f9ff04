/** Shows the whole system at work on generated clients. */
@NullMarked
package io.vigie.standalone.demo;

import org.jspecify.annotations.NullMarked;
