package io.vigie.query.evaluatemodel;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.describe.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of records with what the model says of each, row by row. */
final class RecordsAnswer {

    private final AnyModel model;
    private final RecordsHeader header;

    private RecordsAnswer(AnyModel model, RecordsHeader header) {
        this.model = model;
        this.header = header;
    }

    /** Reads the header, before anything is answered. */
    static RecordsAnswer of(AnyModel model, RecordsFile file) throws IOException {
        try (CloseableIterator<CsvRecord> rows = file.rows()) {
            if (!rows.hasNext()) {
                throw RecordsHeader.header("The file is empty: the first row must name the columns.");
            }
            Schema schema = model.schema();
            return new RecordsAnswer(model, RecordsHeader.of(rows.next().getFields(), schema));
        }
    }

    void write(RecordsFile file, OutputStream out) throws IOException {
        try (CloseableIterator<CsvRecord> rows = file.rows();
                CsvWriter answer = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            rows.next();
            answer.writeRecord(header.answered());
            while (rows.hasNext()) {
                answer.writeRecord(answered(rows.next().getFields()));
            }
        }
    }

    private List<String> answered(List<String> row) {
        int width = header.columns().size();
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (cells.size() < width) {
            cells.add("");
        }
        boolean fits = row.size() == width
                || row.size() > width && row.subList(width, row.size()).stream().allMatch(String::isEmpty);
        Evaluated evaluated = fits
                ? Evaluations.evaluated(model, header.given(cells))
                : Evaluated.problem("The row has " + row.size() + " fields where the first row has " + width + ".");
        Map<String, Object> outputs = evaluated.outputs() == null ? Map.of() : evaluated.outputs();
        header.outputs().forEach(output -> cells.add(cell(outputs.get(output))));
        cells.add(evaluated.problem() == null ? "" : evaluated.problem());
        return cells;
    }

    /** A text of the model must not be a formula to whoever opens the file; what was sent goes back as it came. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? RecordsHeader.noFormula(text) : value.toString();
    }
}
