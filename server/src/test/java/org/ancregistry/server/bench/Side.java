package org.ancregistry.server.bench;

import java.net.http.HttpRequest;
import java.util.function.LongFunction;

/**
 * One of those who are compared: a server and what it is asked.
 *
 * @param request the request with that number; no number comes twice
 */
record Side(String name, MeasuredServer server, LongFunction<HttpRequest.Builder> request) {}
