package io.vigie.standalone.output;

import picocli.CommandLine.Option;

/** The option {@code -o}, for every verb that prints rows. */
public final class OutputFormat {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).")
    private Format format;

    public Format format() {
        return format;
    }

    /** What rows are printed as. */
    public enum Format {
        /** Aligned columns for people. */
        TABLE,
        /** One array of objects. */
        JSON,
        /** RFC 4180 with a header line. */
        CSV
    }
}
