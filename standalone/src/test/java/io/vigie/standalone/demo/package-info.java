@NullMarked
package io.vigie.standalone.demo;

import org.jspecify.annotations.NullMarked;
