@NullMarked
package io.vigie.standalone.model;

import org.jspecify.annotations.NullMarked;
