@NullMarked
package io.vigie.standalone.signin;

import org.jspecify.annotations.NullMarked;
