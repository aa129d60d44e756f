/// The platform as a deployment runs it, each program in a process of its own, and requests and loads that it is measured with.
@NullMarked
package de.stadtforum.benchmark.platform;

import org.jspecify.annotations.NullMarked;
