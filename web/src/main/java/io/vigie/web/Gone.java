package io.vigie.web;

import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Tells a caller that went away from a fault of our own. */
final class Gone {

    private Gone() {}

    static boolean is(IOException failure) {
        return failure instanceof ClientAbortException
                || failure instanceof AsyncRequestNotUsableException
                || failure instanceof EOFException;
    }
}
