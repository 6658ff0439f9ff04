package io.vigie.standalone.model;

import io.vigie.standalone.api.Api;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A version of a model, on the command line {@code churn/2}.
 *
 * @param name of the model
 * @param version from 1
 */
public record ModelVersion(String name, int version) {

    private static final Pattern FORM = Pattern.compile("([^/]+)/([1-9][0-9]{0,8})");

    /** Reads NAME/VERSION. */
    public static final class Converter implements ITypeConverter<ModelVersion> {
        @Override
        public ModelVersion convert(String text) {
            return of(text);
        }
    }

    /**
     * What a text names.
     *
     * @throws TypeConversionException when it isn't NAME/VERSION
     */
    public static ModelVersion of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("write it as NAME/VERSION, such as churn/2");
        }
        return new ModelVersion(form.group(1), Integer.parseInt(form.group(2)));
    }

    /** Where the API has it. */
    public String path() {
        return path(name) + "/versions/" + version;
    }

    /** Where the API has a model. */
    public static String path(String name) {
        return "/api/models/" + Api.segment(name);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
