package io.vigie.benchmarks.gateway;

import io.vigie.benchmarks.load.Busy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Sends commands from several threads, asked {@code single MILLIS THREADS}. */
final class SentCommands {

    private static final AtomicLong NEXT = new AtomicLong();

    private SentCommands() {}

    static List<Object> during(List<String> words, LongConsumer send) throws Exception {
        List<Busy.Step> steps = IntStream.range(0, Integer.parseInt(words.get(2)))
                .<Busy.Step>mapToObj(thread -> () -> send.accept(NEXT.incrementAndGet()))
                .toList();
        return Busy.loops(steps, Duration.ofMillis(Long.parseLong(words.get(1))))
                .words();
    }
}
