package dev.duodang.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes up service requests in the columns and the writing of three years. */
final class GeneratedRequests {

  private static final List<String> KINDS =
      List.of(
          "NYPD,Noise - Street/Sidewalk",
          "NYPD,Blocked Driveway",
          "DSNY,Dead Animal",
          "DSNY,Request Large Bulky Item Collection",
          "HPD,HEAT/HOT WATER",
          "HPD,UNSANITARY CONDITION",
          "DOT,Street Condition",
          "DEP,Water System",
          "DOB,General Construction/Plumbing",
          "DPR,Damaged Tree",
          "DOHMH,Illegal Animal Sold",
          "TLC,Lost Property",
          "DOF,DOF Property - Reduction Issue");
  private static final List<String> BOROUGHS =
      List.of("BRONX", "BROOKLYN", "MANHATTAN", "QUEENS", "STATEN ISLAND", "Unspecified");
  private static final List<String> STATUSES =
      List.of("Closed", "Closed", "Closed", "Closed", "In Progress", "Assigned");

  /** What a year calls its columns and how it writes a moment. */
  private enum Year {
    OF_2018(
        39_000_000,
        "MM/dd/yyyy hh:mm:ss a",
        "Unique Key,Created Date,Closed Date,Agency,Complaint Type,Incident Address,City,Status,"
            + "Due Date,Borough,Open Data Channel Type"),
    OF_2023(
        59_000_000,
        "yyyy-MM-dd'T'HH:mm:ss.SSS",
        "unique_key,created_date,closed_date,agency,complaint_type,incident_address,city,status,"
            + "due_date,borough,open_data_channel_type"),
    OF_2025(
        64_000_000,
        "M/d/yyyy H:mm",
        "Unique Key,Created Date,Closed Date,Agency,Complaint Type,Incident Address,City,Status,"
            + "Due Date,Borough,Park Borough");

    private final int firstNumber;
    private final DateTimeFormatter moment;
    private final String columns;

    Year(int firstNumber, String moment, String columns) {
      this.firstNumber = firstNumber;
      this.moment = DateTimeFormatter.ofPattern(moment, Locale.US);
      this.columns = columns;
    }
  }

  private final Random random;

  private GeneratedRequests(long seed) {
    this.random = new Random(seed);
  }

  /** Writes a file for each year with this many requests. */
  static void write(Path folder, int requests, long seed) throws IOException {
    GeneratedRequests generated = new GeneratedRequests(seed);
    for (Year year : Year.values()) {
      Path file = folder.resolve("requests-" + year.name().substring(3) + ".csv.gz");
      try (Writer out =
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(out)) {
        csv.writeRecord(year.columns.split(",", -1));
        for (int i = 0; i < requests; i++) {
          csv.writeRecord(generated.row(year, year.firstNumber + i));
        }
      }
    }
  }

  private String[] row(Year year, int number) {
    String[] kind = pick(KINDS).split(",", 2);
    String borough = pick(BOROUGHS);
    String status = pick(STATUSES);
    LocalDateTime created =
        LocalDateTime.of(2018, 1, 1, 0, 0).plusMinutes(random.nextInt(3_600_000));
    boolean closed = status.equals("Closed") && random.nextInt(20) > 0;
    boolean due = random.nextInt(2) > 0;
    return new String[] {
      Integer.toString(number),
      year.moment.format(created),
      closed ? year.moment.format(created.plusMinutes(5 + random.nextInt(90_000))) : "",
      kind[0],
      kind[1],
      random.nextInt(5) == 0 ? "" : random.nextInt(900) + " \"OLD\" ROAD, UNIT " + number % 90,
      borough.equals("Unspecified") ? "" : borough,
      status,
      due ? year.moment.format(created.plusHours(1 + random.nextInt(48))) : "",
      borough,
      pick(List.of("PHONE", "ONLINE", "MOBILE", ""))
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
