/** What orders refer to: regions, services, counterparties, templates. */
@NullMarked
package dev.duodang.catalog;

import org.jspecify.annotations.NullMarked;
