package dev.duodang.pricing.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for the orders of a box that no cover holds, by splitting the box along the covers until
 * each piece lies inside one, or outside all. Exact as long as there is work left; then the pieces
 * that were not looked at are what is undecided.
 */
final class Splitting {

  private final int aspects;
  private final Work work;
  private final Deque<Piece> pieces = new ArrayDeque<>();

  /** A part of the box with the covers that overlap it. */
  private record Piece(Box box, List<Box> covers) {}

  Splitting(int aspects, Work work) {
    this.aspects = aspects;
    this.work = work;
  }

  /**
   * Hands each piece that no cover overlaps to {@code found}, until it says that it has enough.
   *
   * @return the pieces that were not looked at, because the work was used up; none when all were,
   *     or when {@code found} had enough
   */
  List<Box> split(Box box, List<Box> covers, Predicate<Box> found) {
    pieces.push(new Piece(box, covers));
    while (!pieces.isEmpty()) {
      if (work.isUsedUp()) {
        return pieces.stream().map(Piece::box).toList();
      }
      if (look(pieces.pop(), found)) {
        return List.of();
      }
    }
    return List.of();
  }

  private boolean look(Piece piece, Predicate<Box> found) {
    work.spend(1L + piece.covers.size());
    List<Box> overlapping = new ArrayList<>();
    Box nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (Box cover : piece.covers) {
      int lacking = lacking(cover, piece.box);
      if (lacking == 0) {
        return false;
      }
      if (lacking > 0) {
        overlapping.add(cover);
        if (lacking < fewest) {
          fewest = lacking;
          nearest = cover;
        }
      }
    }
    if (nearest == null) {
      return found.test(piece.box);
    }
    split(piece.box, nearest, overlapping);
    return false;
  }

  /** In how many aspects the cover does not reach over the box; -1 when it lies beside it. */
  private int lacking(Box cover, Box box) {
    int lacking = 0;
    for (int aspect = 0; aspect < aspects; aspect++) {
      Parts covered = cover.parts(aspect);
      Parts all = box.parts(aspect);
      if (!covered.is(all) && !covered.contains(all)) {
        if (!covered.overlaps(all)) {
          return -1;
        }
        lacking++;
      }
    }
    return lacking;
  }

  /**
   * Along the aspect in which the nearest cover leaves least outside: there is most to be learnt
   * where the pieces are small. The outside is looked at first, since it may be free.
   */
  private void split(Box box, Box nearest, List<Box> covers) {
    int along = -1;
    int least = Integer.MAX_VALUE;
    for (int aspect = 0; aspect < aspects; aspect++) {
      int outside = box.parts(aspect).minus(nearest.parts(aspect)).count();
      if (outside > 0 && outside < least) {
        least = outside;
        along = aspect;
      }
    }
    Parts all = box.parts(along);
    pieces.push(new Piece(box.with(along, all.and(nearest.parts(along))), covers));
    pieces.push(new Piece(box.with(along, all.minus(nearest.parts(along))), covers));
  }
}
