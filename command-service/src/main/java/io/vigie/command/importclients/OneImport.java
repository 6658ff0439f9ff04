package io.vigie.command.importclients;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vigie.web.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over one file, from the first row that is not yet processed. */
final class OneImport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OneImport.class);
    private static final int ROWS_PER_TRANSACTION = 500;

    private final String importId;
    private final Imports imports;
    private final ApplyingRows applying;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;
    private final RowReader reader;
    private long processed;

    OneImport(String importId, Imports imports, ApplyingRows applying, Clock clock) throws UnreadableFile {
        this.importId = importId;
        this.imports = imports;
        this.applying = applying;
        this.records = CsvRecords.of(new ReceivedContent(imports, importId));
        this.header = header();
        this.reader = new RowReader(header, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        this.processed = imports.processed(importId);
        for (long row = 0; row < processed; row++) {
            UnreadableFile.during(records::next);
        }
        LOG.info("Import {} goes on after {} rows", importId, processed);
    }

    /** Applies the next rows; false when there are none left, or when another instance goes on with this import. */
    boolean applyNext() throws UnreadableFile {
        List<Row> rows = UnreadableFile.during(this::nextRows);
        if (rows.isEmpty()) {
            imports.complete(importId);
            LOG.info("Import {} is complete after {} rows", importId, processed);
            return false;
        }
        if (!applying.apply(importId, processed, header, rows)) {
            return false;
        }
        processed += rows.size();
        return true;
    }

    private Header header() throws UnreadableFile {
        List<String> first = UnreadableFile.during(records::next).getFields();
        try {
            return Header.of(first);
        } catch (Rejected otherColumns) {
            throw new UnreadableFile(otherColumns);
        }
    }

    private List<Row> nextRows() {
        List<Row> rows = new ArrayList<>(ROWS_PER_TRANSACTION);
        while (rows.size() < ROWS_PER_TRANSACTION && records.hasNext()) {
            CsvRecord record = records.next();
            rows.add(reader.read(record.getStartingLineNumber(), record.getFields()));
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
