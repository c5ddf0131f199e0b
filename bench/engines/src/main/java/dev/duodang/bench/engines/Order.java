package dev.duodang.bench.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What rules ask for of one order. Public, because Drools wants it of what it matches. */
public record Order(
    String customerClass,
    String province,
    String prefecture,
    String service,
    String partnerType,
    String urgency,
    int distance) {

  static List<Order> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(Order::parse).toList();
  }

  private static Order parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Order(
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        fields[5],
        Integer.parseInt(fields[6]));
  }
}
