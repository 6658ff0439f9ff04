/** One version of a model: what it asks for and answers, and what is said of it. */
@NullMarked
package io.vigie.query.showmodelversion;

import org.jspecify.annotations.NullMarked;
