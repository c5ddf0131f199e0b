package dev.duodang.bench.crash;

import dev.duodang.bench.ServerClient;
import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * A command that may be sent any number of times and must be done once.
 *
 * @param key of a person's action; empty for an order, which its own number guards
 * @param after the order once it is done
 */
record Asked(String path, String json, String key, ModelOrder after) {

  static Asked deliver(ModelOrder after) {
    return new Asked("/api/v1/orders", after.json(), "", after);
  }

  static Asked decide(String json, String key, ModelOrder after) {
    return new Asked("/api/v1/orders/" + after.number() + "/decisions", json, key, after);
  }

  HttpResponse<String> send(ServerClient client) throws IOException, InterruptedException {
    return key.isEmpty() ? client.post(path, json) : client.post(path, json, key);
  }
}
