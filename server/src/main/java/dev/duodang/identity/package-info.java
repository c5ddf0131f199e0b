/**
 * Who somebody is and what he may do: tenants, people, sessions, keys of machines, roles, scopes,
 * limits.
 */
@NullMarked
package dev.duodang.identity;

import org.jspecify.annotations.NullMarked;
