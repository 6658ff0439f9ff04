/** The document of a version. */
@NullMarked
package io.vigie.query.downloadmodel;

import org.jspecify.annotations.NullMarked;
