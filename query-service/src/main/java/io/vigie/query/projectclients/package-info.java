/** Client events become the client view and the client's history. */
@NullMarked
package io.vigie.query.projectclients;

import org.jspecify.annotations.NullMarked;
