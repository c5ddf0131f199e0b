package dev.duodang.imports;

import dev.duodang.identity.Actor;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.RowSource;
import dev.duodang.order.Delivered;
import dev.duodang.order.OrderIntake;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemException;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Settles a part of a file and tells what became of each row. */
@Component
class RowsIn {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final OrderIntake intake;
  private final SettlementWriter writer;
  private final Delivered delivered;

  RowsIn(OrderIntake intake, SettlementWriter writer, Delivered delivered) {
    this.intake = intake;
    this.writer = writer;
    this.delivered = delivered;
  }

  /** What a part came to. */
  record Settled(JdbcImports.Progress progress, List<JdbcImports.Rejection> rejections) {
    Settled {
      rejections = List.copyOf(rejections);
    }
  }

  private record Sent(long row, Command.OfOrder command, CompletableFuture<Outcome> outcome) {}

  Chunk chunk(Actor actor) {
    return new Chunk(actor);
  }

  /** A part of a file. */
  final class Chunk {

    private final Actor actor;
    private final List<Sent> sent = new ArrayList<>();
    private final List<JdbcImports.Rejection> rejections = new ArrayList<>();
    private long rows;
    private long position;
    private long rejected;

    private Chunk(Actor actor) {
      this.actor = actor;
    }

    long size() {
      return rows;
    }

    void add(RowSource.Numbered row) {
      rows++;
      position = row.number();
      try {
        if (row.row() instanceof Row.Refused refused) {
          reject(row.number(), refused.problems());
        } else {
          Command.OfOrder command = intake.command(actor, row.row());
          sent.add(new Sent(row.number(), command, writer.submit(command, PATIENCE)));
        }
      } catch (ProblemException e) {
        reject(row.number(), problems(e.problem()));
      }
    }

    private void reject(long row, List<RowProblem> problems) {
      rejected++;
      for (int i = 0; i < problems.size(); i++) {
        rejections.add(new JdbcImports.Rejection(row, i, problems.get(i)));
      }
    }

    private static List<RowProblem> problems(Problem problem) {
      return List.of(
          new RowProblem(
              problem.field() == null ? "order" : problem.field(),
              problem.value() == null ? "" : problem.value(),
              problem.detail(),
              problem.allowed() == null ? "" : problem.allowed()));
    }

    Settled settle(long bytesRead) {
      long accepted = 0;
      long repeated = 0;
      long stale = 0;
      for (Sent one : sent) {
        try {
          switch (delivered.word(one.command(), one.outcome().join())) {
            case "ACCEPTED" -> accepted++;
            case "REPEAT" -> repeated++;
            default -> stale++;
          }
        } catch (ProblemException e) {
          reject(one.row(), problems(e.problem()));
        }
      }
      return new Settled(
          new JdbcImports.Progress(position, rows, accepted, repeated, stale, rejected, bytesRead),
          rejections);
    }
  }
}
