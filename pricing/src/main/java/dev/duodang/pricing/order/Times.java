package dev.duodang.pricing.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When things happened to an order, as far as they did. */
public record Times(
    @Nullable Instant created,
    @Nullable Instant accepted,
    @Nullable Instant arrived,
    @Nullable Instant completed,
    @Nullable Instant verified,
    @Nullable Instant cancelled) {

  public static final Times UNKNOWN = new Times(null, null, null, null, null, null);

  /** The time of one event, or null while it has not happened. */
  public @Nullable Instant at(Event event) {
    return switch (event) {
      case CREATED -> created;
      case ACCEPTED -> accepted;
      case ARRIVED -> arrived;
      case COMPLETED -> completed;
      case VERIFIED -> verified;
      case CANCELLED -> cancelled;
    };
  }

  /** The events of an order's life. */
  public enum Event {
    CREATED,
    ACCEPTED,
    ARRIVED,
    COMPLETED,
    VERIFIED,
    CANCELLED
  }
}
