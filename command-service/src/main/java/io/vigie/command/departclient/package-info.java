/** A client leaves. */
@NullMarked
package io.vigie.command.departclient;

import org.jspecify.annotations.NullMarked;
