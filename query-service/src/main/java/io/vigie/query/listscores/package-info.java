/** The scores of a client, newest first. */
@NullMarked
package io.vigie.query.listscores;

import org.jspecify.annotations.NullMarked;
