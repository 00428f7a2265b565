package io.plsim.server.inbound;

/** One header line as it arrived: the name and value untouched, because signatures cover the bytes. */
public record Header(String name, String value) {}
