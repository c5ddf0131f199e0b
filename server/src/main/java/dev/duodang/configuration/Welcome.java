package dev.duodang.configuration;

import java.util.List;

/** What a module wants said to the person who started the server, once it is ready. */
public interface Welcome {
  /** Each line as it is printed. */
  List<String> lines();
}
