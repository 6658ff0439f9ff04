@NullMarked
package io.vigie.standalone.account;

import org.jspecify.annotations.NullMarked;
