/** What the challenger says of each client. */
@NullMarked
package io.vigie.query.projectshadowscores;

import org.jspecify.annotations.NullMarked;
