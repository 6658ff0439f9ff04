package io.vigie.standalone.events;

import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints events one by one, as they come. */
final class EventLines {

    private final PrintWriter out;
    private final Format format;
    private boolean headed;

    EventLines(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    void print(TailedEvent event) {
        switch (format) {
            case JSON -> out.println(Json.line(event.json()));
            case CSV -> csv(event);
            case TABLE -> table(event);
        }
    }

    /** Whether nobody reads any more, as after {@code | head}. */
    boolean isClosed() {
        return out.checkError();
    }

    private void table(TailedEvent event) {
        if (!headed) {
            headed = true;
            out.printf(
                    "%-27s  %-9s  %-32s  %-36s  %7s  %s%n",
                    "time", "position", "type", "subject", "version", "payload");
        }
        out.printf(
                "%-27s  %-9s  %-32s  %-36s  %7s  %s%n",
                Terminal.safe(event.time()),
                event.partition() + "/" + event.offset(),
                Terminal.safe(event.type()),
                Terminal.safe(event.subject()),
                Terminal.safe(event.version()),
                Json.line(event.payload()));
    }

    private void csv(TailedEvent event) {
        if (!headed) {
            headed = true;
            out.println("topic,partition,offset,time,type,subject,version,payload");
        }
        out.println(List.of(
                        event.topic(),
                        String.valueOf(event.partition()),
                        String.valueOf(event.offset()),
                        event.time(),
                        event.type(),
                        event.subject(),
                        event.version(),
                        Json.line(event.payload()))
                .stream()
                .map(EventLines::quoted)
                .collect(Collectors.joining(",")));
    }

    private static String quoted(String cell) {
        String safe = Terminal.cell(cell);
        return safe.matches("[^\",]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
