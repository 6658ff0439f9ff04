package io.vigie.command.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.pmml.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** PMML to upload. */
public final class ModelDocuments {

    /** The boundary of {@link #form}. */
    public static final String FORM = "multipart/form-data; boundary=the-boundary";

    private ModelDocuments() {}

    /** The churn model of this build, told apart by a comment. */
    public static String churn(String comment) {
        try (InputStream stream = Uploads.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8) + "<!-- " + comment + " -->";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0.1 times what it is given. */
    public static String line(String input) {
        return of("""
                <DataField name="%1$s" optype="continuous" dataType="double"/>
                <DataField name="y" optype="continuous" dataType="double"/>""".formatted(input), """
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="%1$s"/>
                <MiningField name="y" usageType="target"/></MiningSchema><RegressionTable intercept="0">
                <NumericPredictor name="%1$s" coefficient="0.1"/></RegressionTable></RegressionModel>""".formatted(input));
    }

    /** A document of these fields and that model. */
    public static String of(String fields, String model) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>" + fields
                + "</DataDictionary>" + model + "</PMML>";
    }

    /** A form of parts, as name, content, name, content. */
    public static byte[] form(String... parts) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            form.append("--the-boundary\r\nContent-Disposition: form-data; name=\"")
                    .append(parts[i])
                    .append("\"; filename=\"../../x\"\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return form.append("--the-boundary--\r\n").toString().getBytes(UTF_8);
    }
}
