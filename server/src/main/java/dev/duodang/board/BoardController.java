package dev.duodang.board;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The national board, and the stream that keeps it live. */
@RestController
class BoardController {

  private final BoardReading reading;
  private final BoardStream stream;

  BoardController(BoardReading reading, BoardStream stream) {
    this.reading = reading;
    this.stream = stream;
  }

  @Operation(operationId = "getBoard", summary = "Sums of a day, by region, hour, party and tier")
  @GetMapping("/api/v1/board")
  @Requires(Permission.BOARD_READ)
  BoardView board(
      Actor actor, @RequestParam @Nullable String region, @RequestParam @Nullable LocalDate date) {
    return reading.board(actor, region, date);
  }

  @Operation(operationId = "streamBoard", summary = "Changes of the board as server-sent events")
  @GetMapping(value = "/api/v1/board/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.BOARD_READ)
  SseEmitter stream(Actor actor, @RequestParam @Nullable String region) {
    return stream.open(actor, region);
  }
}
