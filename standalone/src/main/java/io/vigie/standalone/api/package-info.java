/** How verbs talk to the system: its public REST API and nothing else. */
@NullMarked
package io.vigie.standalone.api;

import org.jspecify.annotations.NullMarked;
