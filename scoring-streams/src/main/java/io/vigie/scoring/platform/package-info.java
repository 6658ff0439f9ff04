/** What runs the topology: its life, health, settings and metrics. */
@NullMarked
package io.vigie.scoring.platform;

import org.jspecify.annotations.NullMarked;
