package dev.duodang.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person to be.
 *
 * @param username what he signs in with, lower case, one of a kind on the server
 * @param name his name
 * @param role what he is
 * @param scope what he sees
 * @param quoteLimitMinor the largest amount he may decide alone; none means no limit
 * @param description what he does, for the demo
 */
public record Person(
    String username,
    String name,
    Role role,
    Scope scope,
    @Nullable Long quoteLimitMinor,
    String description) {}
