package dev.duodang.pricing.order;

import dev.duodang.pricing.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Where the work is done.
 *
 * @param address the address as people write it, at most 400 characters
 * @param region the region's code, when the source knows it; it wins over the address
 */
public record Place(@Nullable String address, @Nullable RegionCode region) {

  public static final Place UNKNOWN = new Place(null, null);

  public Place {
    if (address != null) {
      Words.checked("address", address, 400);
    }
  }
}
