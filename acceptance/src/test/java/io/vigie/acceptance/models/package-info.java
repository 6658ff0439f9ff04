/** People who work with models while everything else goes on. */
@NullMarked
package io.vigie.acceptance.models;

import org.jspecify.annotations.NullMarked;
