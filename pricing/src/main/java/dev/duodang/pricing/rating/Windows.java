package dev.duodang.pricing.rating;

/** The windows known before an order is rated. */
@FunctionalInterface
public interface Windows {

  /** Nothing was counted in any period. */
  Windows NONE = _ -> Window.EMPTY;

  /** The window under a key; {@link Window#EMPTY} when nothing was counted there. */
  Window get(WindowKey key);
}
