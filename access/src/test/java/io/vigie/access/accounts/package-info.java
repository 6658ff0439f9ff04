@NullMarked
package io.vigie.access.accounts;

import org.jspecify.annotations.NullMarked;
